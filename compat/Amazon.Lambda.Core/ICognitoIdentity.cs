namespace Amazon.Lambda.Core;

/// <summary>The Amazon Cognito identity that invokes the function.</summary>
public interface ICognitoIdentity
{
    string IdentityId { get; }

    string IdentityPoolId { get; }
}
