namespace Amazon.Lambda.RuntimeSupport.Bootstrap;

/// <summary>What a program may set about its runtime client.</summary>
public class LambdaBootstrapOptions
{
    /// <summary>The Runtime API's host, port and, where it has one, path; null takes AWS_LAMBDA_RUNTIME_API.</summary>
    public string RuntimeApiEndpoint { get; set; }
}
