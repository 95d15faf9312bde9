namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>A message with names in braces that take the arguments in order. <c>{{</c> and <c>}}</c> stay as they are, as in the official
/// package; so does a name without an argument.</summary>
internal sealed class MessageTemplate
{
    private readonly List<Piece> _pieces;

    private MessageTemplate(List<Piece> pieces) => _pieces = pieces;

    internal static MessageTemplate Parse(string text)
    {
        var pieces = new List<Piece>();
        var literal = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var isBrace = text[i] is '{' or '}';
            if (isBrace && i + 1 < text.Length && text[i + 1] == text[i])
            {
                literal.Append(text[i++]).Append(text[i]);
            }
            else if (text[i] == '{' && text.IndexOf('}', i) is var end and > 0 && end > i + 1)
            {
                pieces.Add(new Piece(literal.ToString(), null));
                literal.Clear();
                pieces.Add(new Piece(text[i..(end + 1)], text[(i + 1)..end]));
                i = end;
            }
            else
            {
                literal.Append(text[i]);
            }
        }

        pieces.Add(new Piece(literal.ToString(), null));
        return new MessageTemplate(pieces);
    }

    /// <summary>The names with the arguments that fill them, as far as there are arguments.</summary>
    internal IEnumerable<(string Name, object Value)> Bind(object[] arguments) =>
        _pieces.Where(piece => piece.Name is not null).Zip(arguments, (piece, value) => (piece.Name, value));

    internal string Fill(object[] arguments)
    {
        var next = 0;
        return string.Concat(_pieces.Select(piece =>
            piece.Name is null || next == arguments.Length ? piece.Text : Text(arguments[next++])));
    }

    private static string Text(object value) => value switch
    {
        null => "{null}",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private sealed record Piece(string Text, string Name);
}
