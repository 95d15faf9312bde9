using System.Net.Http.Headers;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What the Runtime API sends about an invocation in the reply's headers. A header that is absent reads as null.</summary>
internal sealed class InvocationHeaders(HttpResponseHeaders headers)
{
    internal string RequestId => Get("Lambda-Runtime-Aws-Request-Id");

    internal string TraceId => Get("Lambda-Runtime-Trace-Id");

    /// <summary>When the invocation is cut off; the end of time when the header is absent.</summary>
    internal DateTimeOffset Deadline => long.TryParse(Get("Lambda-Runtime-Deadline-Ms"), CultureInfo.InvariantCulture, out var milliseconds)
        ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
        : DateTimeOffset.MaxValue;

    private string Get(string name) => headers.TryGetValues(name, out var values) ? values.First() : null;
}
