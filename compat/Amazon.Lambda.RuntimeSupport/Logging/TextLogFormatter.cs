namespace Amazon.Lambda.RuntimeSupport.Logging;

internal static class TextLogFormatter
{
    internal static string Format(LogEntry entry) => string.Join(
        '\t',
        entry.Time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        entry.RequestId,
        Label(entry.Level),
        string.Join('\n', new[] { entry.Text, entry.Exception?.ToString() }.Where(part => !string.IsNullOrEmpty(part))));

    private static string Label(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };
}
