namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>
/// A message with names in braces that take the arguments in order. <c>{{</c> and <c>}}</c> stay as they are, as in the official
/// package; so does a name without an argument.
/// </summary>
internal static partial class MessageTemplate
{
    /// <summary>The names with the arguments that fill them, as far as there are arguments.</summary>
    internal static IEnumerable<(string Name, object Value)> Bind(string template, object[] arguments) => Braces().Matches(template)
        .Where(braces => braces.Groups["name"].Success)
        .Zip(arguments, (braces, value) => (braces.Groups["name"].Value, value));

    internal static string Fill(string template, object[] arguments)
    {
        var next = 0;
        return Braces().Replace(template, braces =>
            braces.Groups["name"].Success && next < arguments.Length ? Text(arguments[next++]) : braces.Value);
    }

    private static string Text(object value) => value switch
    {
        null => "{null}",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    [GeneratedRegex(@"\{\{|\}\}|\{(?<name>[^}]+)\}")]
    private static partial Regex Braces();
}
