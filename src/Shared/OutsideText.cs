using System.Runtime.CompilerServices;

namespace RotationLambdas.Shared;

/// <summary>Makes text from outside (servers, certificates, events, secrets' names) fit for one line of a log or of an error, so that it
/// can neither forge a line nor hide one (CWE-117, "Improper Output Neutralization for Logs").</summary>
internal static class OutsideText
{
    /// <summary>The longest text that is shown whole, in UTF-16 units; more than any ARN, host or PostgreSQL name.</summary>
    public const int Limit = 300;

    /// <summary>The text with everything that does not print replaced by '?', cut at <paramref name="limit"/>.</summary>
    /// <param name="text">The text; null becomes the empty text.</param>
    /// <param name="limit">The longest text that is shown whole, in UTF-16 units.</param>
    public static string Of(string? text, int limit = Limit)
    {
        if (text is null)
        {
            return "";
        }

        var shown = text.Length > limit ? text[..limit] + "…" : text;
        return shown.All(Prints) ? shown : string.Concat(shown.Select(character => Prints(character) ? character : '?'));
    }

    private static bool Prints(char character) => CharUnicodeInfo.GetUnicodeCategory(character)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}

/// <summary>A sentence of a log or of an error. Written as an interpolated string, each value in it passes <see cref="OutsideText.Of"/>;
/// text that comes from anywhere else is bounded as a whole. A caller cannot forget it.</summary>
[InterpolatedStringHandler]
internal readonly struct Sentence
{
    /// <summary>The longest sentence that is not interpolated, in UTF-16 units.</summary>
    public const int Limit = 2000;

    private readonly StringBuilder _text;

    /// <summary>Called by the compiler for an interpolated string.</summary>
    public Sentence(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

    private Sentence(string text) => _text = new StringBuilder(OutsideText.Of(text, Limit));

    public static implicit operator Sentence(string text) => new(text);

    /// <summary>Called by the compiler for each literal part.</summary>
    public void AppendLiteral(string text) => _text.Append(text);

    /// <summary>Called by the compiler for each value.</summary>
    public void AppendFormatted<T>(T value, string? format = null) => _text.Append(OutsideText.Of(
        value is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : value?.ToString()));

    /// <summary>A sentence inside another one is printable already.</summary>
    public void AppendFormatted(Sentence value) => _text.Append(value._text);

    public override string ToString() => _text?.ToString() ?? "";
}
