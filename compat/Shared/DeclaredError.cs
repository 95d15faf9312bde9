namespace Compat.AwsJson;

/// <summary>An error that operations declare in their models: all of them, or the ones that are named.</summary>
internal sealed record DeclaredError(string Code, Func<string, Exception, AmazonServiceException> Create, params string[] Operations)
{
    internal bool IsDeclaredBy(string operation) => Operations.Length == 0 || Operations.Contains(operation);
}
