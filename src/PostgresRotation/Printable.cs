using System.Globalization;

namespace RotationLambdas.PostgresRotation;

/// <summary>Makes text from outside fit for one line of a log or of an error, so that it can neither forge a line nor drown one (CWE-117).</summary>
internal static class Printable
{
    /// <summary>The longest text that is shown whole, in UTF-16 units; more than any ARN, host or PostgreSQL name.</summary>
    public const int Limit = 300;

    /// <summary>The text with everything that does not print replaced by '?', cut at <see cref="Limit"/>.</summary>
    public static string Of(string text)
    {
        var shown = text.Length > Limit ? text[..Limit] + "…" : text;
        return shown.All(Prints) ? shown : string.Concat(shown.Select(character => Prints(character) ? character : '?'));
    }

    private static bool Prints(char character) => CharUnicodeInfo.GetUnicodeCategory(character)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
