using System.Net.Http.Headers;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What the Runtime API sends about an invocation in the reply's headers. A header that is absent reads as null.</summary>
internal sealed class InvocationContext(HttpResponseHeaders headers, ILambdaLogger logger) : ILambdaContext
{
    public string AwsRequestId => Header("Lambda-Runtime-Aws-Request-Id");

    public string TraceId => Header("Lambda-Runtime-Trace-Id");

    public ILambdaLogger Logger => logger;

    /// <summary>The time until the invocation is cut off; without an end when the header is absent.</summary>
    public TimeSpan RemainingTime =>
        long.TryParse(Header("Lambda-Runtime-Deadline-Ms"), CultureInfo.InvariantCulture, out var deadline)
            ? DateTimeOffset.FromUnixTimeMilliseconds(deadline) - TimeProvider.System.GetUtcNow()
            : TimeSpan.MaxValue;

    private string Header(string name) => headers.TryGetValues(name, out var values) ? values.First() : null;
}
