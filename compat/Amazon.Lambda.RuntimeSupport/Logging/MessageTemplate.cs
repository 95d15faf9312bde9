using System.Globalization;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>
/// A message with holes for arguments: <c>{name}</c>, <c>{name:format}</c>, or <c>{0}</c>; <c>{{</c> and <c>}}</c> are braces. Named
/// holes take arguments in order. A hole without an argument stays as it is written.
/// </summary>
internal sealed class MessageTemplate
{
    private readonly List<Piece> _pieces;
    private readonly bool _positional;

    private MessageTemplate(List<Piece> pieces)
    {
        _pieces = pieces;
        _positional = Holes.Any() && Holes.All(hole => int.TryParse(hole.Name, CultureInfo.InvariantCulture, out _));
    }

    private IEnumerable<Piece> Holes => _pieces.Where(piece => piece.Name is not null);

    internal static MessageTemplate Parse(string text)
    {
        var pieces = new List<Piece>();
        var literal = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var isBrace = text[i] is '{' or '}';
            if (isBrace && i + 1 < text.Length && text[i + 1] == text[i])
            {
                literal.Append(text[i++]).Append(text[i]); // As in the official package the pair stays a pair.
            }
            else if (text[i] == '{' && text.IndexOf('}', i) is var end and > 0 && end > i + 1)
            {
                pieces.Add(new Piece(literal.ToString(), null, null));
                literal.Clear();
                pieces.Add(Hole(text[i..(end + 1)]));
                i = end;
            }
            else
            {
                literal.Append(text[i]);
            }
        }

        pieces.Add(new Piece(literal.ToString(), null, null));
        return new MessageTemplate(pieces);
    }

    /// <summary>The holes' names with the arguments that fill them, as far as there are arguments.</summary>
    internal IEnumerable<(string Name, string Format, object Value)> Bind(object[] arguments) => Holes
        .Select((hole, order) => (hole, index: Index(hole, order)))
        .Where(bound => bound.index < arguments.Length)
        .Select(bound => (bound.hole.Name, bound.hole.Format, arguments[bound.index]));

    internal string Fill(object[] arguments)
    {
        var message = new StringBuilder();
        var order = 0;
        foreach (var piece in _pieces)
        {
            var index = piece.Name is null ? int.MaxValue : Index(piece, order++);
            message.Append(index < arguments.Length ? Text(arguments[index], piece.Format) : piece.Text);
        }

        return message.ToString();
    }

    private static string Text(object value, string format) => value switch
    {
        null => "{null}",
        IFormattable formattable => formattable.ToString(format, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static Piece Hole(string text)
    {
        var inner = text[1..^1].TrimStart('@', '$');
        var colon = inner.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new Piece(text, inner.Trim(), null) : new Piece(text, inner[..colon].Trim(), inner[(colon + 1)..]);
    }

    private int Index(Piece hole, int order) => _positional ? int.Parse(hole.Name, CultureInfo.InvariantCulture) : order;

    private sealed record Piece(string Text, string Name, string Format);
}
