namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The environment variables that Lambda sets ("Using Lambda environment variables" in the AWS Lambda guide).</summary>
internal static class RuntimeEnvironment
{
    internal static string LogFormat => Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_FORMAT");

    internal static string LogLevel => Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_LEVEL");

    /// <summary>Where the Runtime API's calls start; the address may carry a path of its own.</summary>
    /// <exception cref="InvalidOperationException">It is not set.</exception>
    internal static Uri Endpoint()
    {
        var address = Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API");
        return string.IsNullOrEmpty(address)
            ? throw new InvalidOperationException(
                "AWS_LAMBDA_RUNTIME_API is not set. Start the function by AWS Lambda, or by something that offers its Runtime API.")
            : new Uri($"http://{address.TrimEnd('/')}/2018-06-01/");
    }
}
