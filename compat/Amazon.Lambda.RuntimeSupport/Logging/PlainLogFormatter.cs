namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>The message and the exception, nothing else (AWS_LAMBDA_HANDLER_LOG_FORMAT=Unformatted).</summary>
internal sealed class PlainLogFormatter : ILogFormatter
{
    public string Format(LogEntry entry)
    {
        var message = MessageTemplate.Parse(entry.Template).Fill(entry.Arguments);
        return entry.Exception is null ? message : $"{message}{Environment.NewLine}{entry.Exception}";
    }
}
