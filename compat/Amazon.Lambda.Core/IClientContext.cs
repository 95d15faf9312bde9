namespace Amazon.Lambda.Core;

/// <summary>What a caller that uses the AWS Mobile SDK says of itself.</summary>
public interface IClientContext
{
    IDictionary<string, string> Environment { get; }

    IClientApplication Client { get; }

    IDictionary<string, string> Custom { get; }
}
