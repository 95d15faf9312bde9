namespace Amazon.Lambda.RuntimeSupport.Logging;

internal interface ILogFormatter
{
    string Format(LogEntry entry);
}
