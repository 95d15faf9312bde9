namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>One thing logged, before it has a format. Text logged without arguments is not a template: braces in it mean nothing.</summary>
internal sealed record LogEntry(
    DateTimeOffset Time, LogLevel Level, string RequestId, string TraceId, string Template, object[] Arguments, Exception Exception)
{
    internal string Text => Arguments.Length == 0 ? Template : MessageTemplate.Fill(Template, Arguments);

    internal IEnumerable<(string Name, object Value)> Properties =>
        Arguments.Length == 0 ? [] : MessageTemplate.Bind(Template, Arguments);
}
