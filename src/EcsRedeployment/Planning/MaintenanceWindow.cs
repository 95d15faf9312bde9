namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>The minutes in which a service may be deployed: `rotation:window`, a cron expression of five fields and a time zone. Every
/// minute that the expression matches is open: `x 2-4 x x SAT Europe/Berlin` is Saturday from 02:00 to 04:59. Tags of Amazon ECS hold
/// neither `*` nor `,` (Amazon ECS API Reference, "Tag"), so `x` and `+` stand for them.</summary>
/// <param name="Text">The tag's value.</param>
internal sealed record MaintenanceWindow(string Text)
{
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private static readonly string[] Months =
        ["", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    private static readonly (int Least, int Most, string[] Names)[] Ranges =
        [(0, 59, []), (0, 23, []), (1, 31, []), (1, 12, Months), (0, 7, Days)];

    private IReadOnlySet<int>?[] Fields { get; init; } = [];

    private TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The text is a cron expression and a time zone.</summary>
    public bool IsValid => Fields.Length > 0;

    /// <summary>Reads a tag's value.</summary>
    public static MaintenanceWindow Read(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var unread = new MaintenanceWindow(text);
        var zone = TimeZoneInfo.Utc;
        if (parts.Length is not (5 or 6) || (parts.Length == 6 && !TimeZoneInfo.TryFindSystemTimeZoneById(parts[5], out zone)))
        {
            return unread;
        }

        var fields = new List<IReadOnlySet<int>?>();
        for (var i = 0; i < Ranges.Length; i++)
        {
            if (!TryReadField(parts[i], Ranges[i], out var values))
            {
                return unread;
            }

            fields.Add(values);
        }

        return unread with { Fields = [.. fields], Zone = zone };
    }

    /// <summary>Deployments may begin at that moment. A window that could not be read is closed.</summary>
    public bool IsOpen(DateTimeOffset moment)
    {
        if (!IsValid)
        {
            return false;
        }

        var local = TimeZoneInfo.ConvertTime(moment, Zone);
        var (day, weekday) = (Matches(2, local.Day), Matches(4, (int)local.DayOfWeek));
        // As in every cron: when both the day of the month and the day of the week are restricted, either is enough.
        var isDay = Fields[2] is not null && Fields[4] is not null ? day || weekday : day && weekday;
        return Matches(0, local.Minute) && Matches(1, local.Hour) && Matches(3, local.Month) && isDay;
    }

    private bool Matches(int field, int value) => Fields[field] is not { } values || values.Contains(value);

    /// <summary>Null stands for every value.</summary>
    private static bool TryReadField(string text, (int Least, int Most, string[] Names) range, out IReadOnlySet<int>? values)
    {
        values = null;
        if (text is "*" or "x" or "?")
        {
            return true;
        }

        var found = new HashSet<int>();
        foreach (var item in text.Split(',', '+'))
        {
            var stepped = item.Split('/');
            var step = 1;
            if (stepped.Length > 2 || (stepped.Length == 2 && (!int.TryParse(stepped[1], out step) || step < 1)))
            {
                return false;
            }

            var ends = stepped[0] is "*" or "x" ? [$"{range.Least}", $"{range.Most}"] : stepped[0].Split('-');
            if (ends.Length > 2 || !TryReadValue(ends[0], range, out var first) || !TryReadValue(ends[^1], range, out var last)
                || last < first)
            {
                return false;
            }

            last = stepped.Length == 2 && ends.Length == 1 ? range.Most : last;
            for (var value = first; value <= last; value += step)
            {
                found.Add(range.Names == Days ? value % Days.Length : value);
            }
        }

        values = found;
        return true;
    }

    private static bool TryReadValue(string text, (int Least, int Most, string[] Names) range, out int value)
    {
        var named = text.Length == 0 ? -1 : Array.FindIndex(range.Names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        value = named;
        return named >= 0
            || (int.TryParse(text, System.Globalization.NumberStyles.None, null, out value) && value >= range.Least && value <= range.Most);
    }
}
