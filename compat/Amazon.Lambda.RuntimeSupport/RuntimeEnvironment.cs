using System.Globalization;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The environment variables that Lambda sets ("Using Lambda environment variables" in the AWS Lambda guide).</summary>
internal sealed class RuntimeEnvironment(Func<string, string> get)
{
    internal static RuntimeEnvironment Current { get; } = new(Environment.GetEnvironmentVariable);

    internal string FunctionName => get("AWS_LAMBDA_FUNCTION_NAME");

    internal string FunctionVersion => get("AWS_LAMBDA_FUNCTION_VERSION");

    internal string LogGroupName => get("AWS_LAMBDA_LOG_GROUP_NAME");

    internal string LogStreamName => get("AWS_LAMBDA_LOG_STREAM_NAME");

    /// <summary>MiB; 0 when Lambda did not say.</summary>
    internal int MemorySize =>
        int.TryParse(get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), CultureInfo.InvariantCulture, out var size) ? size : 0;

    internal string LogFormat => get("AWS_LAMBDA_LOG_FORMAT") ?? get("AWS_LAMBDA_HANDLER_LOG_FORMAT");

    internal string LogLevel => get("AWS_LAMBDA_HANDLER_LOG_LEVEL") ?? get("AWS_LAMBDA_LOG_LEVEL");

    /// <summary>Where the Runtime API's calls start; the address may carry a path of its own.</summary>
    /// <exception cref="InvalidOperationException">It is not set.</exception>
    internal Uri Endpoint(string chosen)
    {
        var address = chosen ?? get("AWS_LAMBDA_RUNTIME_API");
        return string.IsNullOrEmpty(address)
            ? throw new InvalidOperationException(
                "AWS_LAMBDA_RUNTIME_API is not set. Start the function by AWS Lambda, or by something that offers its Runtime API.")
            : new Uri($"http://{address.TrimEnd('/')}/2018-06-01/");
    }
}
