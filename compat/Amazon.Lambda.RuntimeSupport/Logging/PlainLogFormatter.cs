namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>The message and nothing else (AWS_LAMBDA_HANDLER_LOG_FORMAT=Unformatted).</summary>
internal sealed class PlainLogFormatter : ILogFormatter
{
    public string Format(LogEntry entry) => LogMessage.Text(entry);
}
