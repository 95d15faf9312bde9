namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>Takes the console's place and logs what is written to it, a line at a time.</summary>
internal sealed class ConsoleToLog(LambdaLog log, LogLevel level) : TextWriter
{
    private readonly StringBuilder _line = new();
    private readonly Lock _lock = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        string line;
        lock (_lock)
        {
            if (value != '\n')
            {
                _line.Append(value);
                return;
            }

            line = _line.ToString().TrimEnd('\r');
            _line.Clear();
        }

        log.Write(level, line, []);
    }
}
