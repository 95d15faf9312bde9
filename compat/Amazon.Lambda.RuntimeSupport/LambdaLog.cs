using Amazon.Lambda.RuntimeSupport.Logging;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The function's log: standard output, a line an entry, in the format and from the level that the environment names. Once it is
/// open, what the program writes to the console is logged as well, line by line.</summary>
internal sealed class LambdaLog(TextWriter output) : ILambdaLogger
{
    private readonly LogLevel _lowest = LogLevels.Parse(RuntimeEnvironment.LogLevel) ?? LogLevel.Information;
    private readonly Func<LogEntry, string> _format =
        RuntimeEnvironment.LogFormat?.ToUpperInvariant() == "JSON" ? JsonLogFormatter.Format : TextLogFormatter.Format;
    private readonly Lock _lock = new();

    /// <summary>The invocation that entries belong to; null between invocations.</summary>
    internal ILambdaContext Invocation { get; set; }

    internal static LambdaLog Open()
    {
        var log = new LambdaLog(new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true });
        Console.SetOut(new ConsoleToLog(log, LogLevel.Information));
        Console.SetError(new ConsoleToLog(log, LogLevel.Error));
        return log;
    }

    public void Log(string message) => Write(LogLevel.Information, message, []);

    public void LogLine(string message) => Write(LogLevel.Information, message, []);

    public void Log(string level, string message, params object[] args) =>
        Write(LogLevels.Parse(level) ?? LogLevel.Information, message, args);

    internal void Write(LogLevel level, string message, object[] args, Exception exception = null)
    {
        if (level < _lowest)
        {
            return;
        }

        var entry = new LogEntry(
            TimeProvider.System.GetUtcNow(), level, Invocation?.AwsRequestId, Invocation?.TraceId, message, args, exception);
        var line = _format(entry);
        lock (_lock)
        {
            output.WriteLine(line);
        }
    }
}
