using System.Globalization;

namespace RotationLambdas.Sandbox.SecretsManager.Schedules;

/// <summary>One field of a cron expression: <c>*</c>, <c>?</c>, values, names, ranges, steps and lists of them.</summary>
internal sealed class CronField
{
    private readonly HashSet<int>? _values;

    private CronField(HashSet<int>? values) => _values = values;

    /// <summary>Whether it admits everything.</summary>
    public bool IsAny => _values is null;

    public bool Admits(int value) => _values is null || _values.Contains(value);

    /// <exception cref="FormatException">The text is no such field.</exception>
    public static CronField Parse(string text, int least, int most, IReadOnlyList<string>? names = null)
    {
        if (text is "*" or "?")
        {
            return new CronField(null);
        }

        var values = text.Split(',').SelectMany(part => Part(part, least, most, names)).ToHashSet();
        return new CronField(values);
    }

    private static IEnumerable<int> Part(string text, int least, int most, IReadOnlyList<string>? names)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var step = slash < 0 ? 1 : int.Parse(text[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture);
        var range = slash < 0 ? text : text[..slash];
        var dash = range.IndexOf('-', StringComparison.Ordinal);
        var (from, to) = range is "*" or "" ? (least, most)
            : dash >= 0 ? (Value(range[..dash], names), Value(range[(dash + 1)..], names))
            : (Value(range, names), slash < 0 ? Value(range, names) : most);
        if (from < least || to > most || from > to || step < 1)
        {
            throw new FormatException($"{text} is outside {least} to {most}.");
        }

        for (var value = from; value <= to; value += step)
        {
            yield return value;
        }
    }

    private static int Value(string text, IReadOnlyList<string>? names)
    {
        for (var index = 0; index < names?.Count; index++)
        {
            if (string.Equals(names[index], text, StringComparison.OrdinalIgnoreCase))
            {
                return index + 1;
            }
        }

        return int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
