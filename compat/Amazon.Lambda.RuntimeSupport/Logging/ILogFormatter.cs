namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>Turns an entry into what stands in the log.</summary>
internal interface ILogFormatter
{
    string Format(LogEntry entry);
}
