using System.Globalization;

namespace RotationLambdas.Sandbox.EventBridge;

/// <summary>One field of a cron expression: the values it allows.</summary>
internal sealed class CronField
{
    private readonly HashSet<int> _values = [];
    private readonly int _least;
    private readonly int _most;
    private readonly string[] _names;

    private CronField(int least, int most, string[] names) => (_least, _most, _names) = (least, most, names);

    /// <summary>Reads a field.</summary>
    /// <param name="text">The field.</param>
    /// <param name="least">The least value there is.</param>
    /// <param name="most">The greatest.</param>
    /// <param name="names">Names of the values from <paramref name="least"/> on; none for numbers only.</param>
    /// <returns>The field.</returns>
    /// <exception cref="FormatException">It allows nothing, or what cannot be reckoned with.</exception>
    public static CronField Read(string text, int least, int most, string[] names)
    {
        var field = new CronField(least, most, names);
        foreach (var part in text.Split(','))
        {
            field.Add(part);
        }

        return field;
    }

    /// <summary>Whether a value is allowed.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Whether it is.</returns>
    public bool Has(int value) => _values.Contains(value);

    private void Add(string part)
    {
        var slash = part.IndexOf('/', StringComparison.Ordinal);
        var step = slash < 0 ? 1 : Number(part[(slash + 1)..]);
        var range = slash < 0 ? part : part[..slash];
        var (first, last) = range is "*" or "?" ? (_least, _most) : Range(range, openEnded: slash >= 0);
        if (step < 1 || first > last)
        {
            throw new FormatException("Parameter ScheduleExpression is not valid.");
        }

        for (var value = first; value <= last; value += step)
        {
            _values.Add(value);
        }
    }

    private (int First, int Last) Range(string range, bool openEnded)
    {
        var dash = range.IndexOf('-', StringComparison.Ordinal);
        if (dash >= 0)
        {
            return (Value(range[..dash]), Value(range[(dash + 1)..]));
        }

        var value = Value(range);
        return (value, openEnded ? _most : value);
    }

    private int Value(string text)
    {
        var named = Array.FindIndex(_names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        var value = named >= 0 ? _least + named : Number(text);
        return value >= _least && value <= _most ? value : throw new FormatException("Parameter ScheduleExpression is not valid.");
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new FormatException("Parameter ScheduleExpression is not valid.");
}
