using System.Globalization;

namespace RotationLambdas.Demo.Screen;

/// <summary>Plain lines, for files, pipes and CI.</summary>
internal sealed class PlainScreen(TextWriter writer) : IScreen
{
    public void Heading(string text) => writer.WriteLine(Environment.NewLine + "== " + text);

    public void Say(string text) => writer.WriteLine(text);

    public void Step(string name, TimeSpan duration, string outcome, bool succeeded) =>
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(succeeded ? "ok  " : "FAIL")} {name,-13} "
            + "{duration.TotalMilliseconds,7:0} ms  {outcome}"));

    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var all = rows.Prepend(columns).ToList();
        var widths = columns.Select((_, column) => all.Max(row => row[column].Length)).ToList();
        foreach (var row in all)
        {
            writer.WriteLine("  " + string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }

    public void Check(Check check) =>
        writer.WriteLine($"{(check.Holds ? "ok  " : "FAIL")} {check.Claim}{(check.Holds ? "" : ": " + check.Finding)}");

    public async Task WatchAsync(Func<IReadOnlyList<ServiceRow>> services, Task until)
    {
        var shown = new Dictionary<string, string>();
        while (true)
        {
            var isLast = until.IsCompleted;
            ShowChanges(services(), shown);
            if (isLast)
            {
                return;
            }

            await Task.WhenAny(until, Task.Delay(TimeSpan.FromMilliseconds(100)));
        }
    }

    // Logins go on all the time; a line is worth it only when the tasks have changed.
    private void ShowChanges(IReadOnlyList<ServiceRow> services, Dictionary<string, string> shown)
    {
        foreach (var row in services)
        {
            var state = $"{row.FirstTasks} first, {row.LaterTasks} later, as {row.Users}";
            if (shown.GetValueOrDefault(row.Name) != state)
            {
                shown[row.Name] = state;
                writer.WriteLine($"     {row.Name,-8} tasks: {state}; logins: {row.Accepted} accepted, {row.Refused} refused");
            }
        }
    }
}
