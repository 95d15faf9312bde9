namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>An entry's message with its arguments put in. Text logged without arguments is no template: braces in it mean nothing.</summary>
internal static class LogMessage
{
    internal static string Text(LogEntry entry) =>
        entry.Arguments.Length == 0 ? entry.Template : MessageTemplate.Parse(entry.Template).Fill(entry.Arguments);

    internal static IEnumerable<(string Name, string Format, object Value)> Properties(LogEntry entry) =>
        entry.Arguments.Length == 0 ? [] : MessageTemplate.Parse(entry.Template).Bind(entry.Arguments);
}
