using System.Text;
using Amazon.Lambda.RuntimeSupport.Logging;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// The function's log: standard output, a line an entry, in the format and from the level that the environment names.
/// Once it is open, what the program writes to the console is logged as well, line by line.
/// </summary>
internal sealed class LambdaLog : ILambdaLogger
{
    private readonly LogLevel _lowest;
    private readonly ILogFormatter _formatter;
    private readonly TextWriter _output;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();

    internal LambdaLog(RuntimeEnvironment environment, TextWriter output, TimeProvider time)
    {
        _lowest = LogLevels.Parse(environment.LogLevel) ?? LogLevel.Information;
        _formatter = environment.LogFormat?.ToUpperInvariant() switch
        {
            "JSON" => new JsonLogFormatter(),
            "UNFORMATTED" => new PlainLogFormatter(),
            _ => new TextLogFormatter(),
        };
        _output = output;
        _time = time;
    }

    /// <summary>The invocation that entries belong to; null between invocations.</summary>
    internal ILambdaContext Invocation { get; set; }

    internal static LambdaLog Open(RuntimeEnvironment environment)
    {
        var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
        var log = new LambdaLog(environment, output, TimeProvider.System);
        LambdaLogger.Current = log;
        Console.SetOut(new ConsoleToLog(log, LogLevel.Information));
        Console.SetError(new ConsoleToLog(log, LogLevel.Error));
        return log;
    }

    public void Log(string message) => Write(LogLevel.Information, null, message, []);

    public void LogLine(string message) => Write(LogLevel.Information, null, message, []);

    public void Log(string level, string message) => Write(Level(level), null, message, []);

    public void Log(LogLevel level, string message) => Write(level, null, message, []);

    public void Log(string level, string message, params object[] args) => Write(Level(level), null, message, args);

    public void Log(LogLevel level, string message, params object[] args) => Write(level, null, message, args);

    public void Log(string level, Exception exception, string message, params object[] args) =>
        Write(Level(level), exception, message, args);

    public void Log(LogLevel level, Exception exception, string message, params object[] args) => Write(level, exception, message, args);

    internal void Write(LogLevel level, Exception exception, string message, object[] args)
    {
        if (level < _lowest)
        {
            return;
        }

        var of = Invocation;
        var entry = new LogEntry(
            _time.GetUtcNow(), level, of?.AwsRequestId, of?.TraceId, of?.TenantId, message ?? string.Empty, args ?? [], exception);
        var line = _formatter.Format(entry);
        lock (_lock)
        {
            _output.WriteLine(line);
        }
    }

    private static LogLevel Level(string level) => LogLevels.Parse(level) ?? LogLevel.Information;
}
