namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>One thing logged, before it has a format.</summary>
internal sealed record LogEntry(
    DateTimeOffset Time,
    LogLevel Level,
    string RequestId,
    string TraceId,
    string TenantId,
    string Template,
    object[] Arguments,
    Exception Exception);
