namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>The level's names: .NET's, and those of Lambda's logging configuration.</summary>
internal static class LogLevels
{
    /// <summary>The level of that name in any case; null for another name.</summary>
    internal static LogLevel? Parse(string name) => name?.ToUpperInvariant() switch
    {
        "TRACE" => LogLevel.Trace,
        "DEBUG" => LogLevel.Debug,
        "INFO" or "INFORMATION" => LogLevel.Information,
        "WARN" or "WARNING" => LogLevel.Warning,
        "ERROR" => LogLevel.Error,
        "FATAL" or "CRITICAL" => LogLevel.Critical,
        _ => null,
    };
}
