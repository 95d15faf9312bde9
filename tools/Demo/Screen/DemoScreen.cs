using Spectre.Console;

namespace RotationLambdas.Demo.Screen;

/// <summary>Where the demo shows what happens: live tables on a terminal; lines without one (a file, a pipe, CI).</summary>
internal sealed class DemoScreen(IAnsiConsole console, string? picture = null)
{
    // Tasks from before and after the rotation differ by shape, not by colour alone.
    private const char First = '○';
    private const char Later = '●';

    private readonly bool _isTerminal = console.Profile.Capabilities.Ansi;

    public static DemoScreen Create(DemoOptions options)
    {
        if (!options.Plain)
        {
            return new(AnsiConsole.Console);
        }

        var plain = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(Console.Out),
        });
        plain.Profile.Width = 80;
        return options.Picture is null ? new(plain) : new(plain.CreateRecorder(), options.Picture);
    }

    public Task SavePictureAsync() =>
        console is Recorder recorder ? File.WriteAllTextAsync(picture!, recorder.Export(new SvgEncoder())) : Task.CompletedTask;

    public void Heading(string text)
    {
        console.WriteLine();
        console.Write(new Rule($"[bold]{Markup.Escape(text)}[/]").LeftJustified().RuleStyle("grey"));
    }

    public void Line(string text) => console.MarkupLineInterpolated($"[grey]{text}[/]");

    /// <summary>Writes a line as it is, however long: a command to be copied must not be wrapped.</summary>
    public void Command(string text) => console.Profile.Out.Writer.WriteLine("  " + text);

    public void Step(string name, TimeSpan duration, string outcome, bool succeeded)
    {
        var time = duration.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
        console.MarkupLine($"{Mark(succeeded)} [bold]{name,-13}[/] [yellow]{time,7} ms[/]  {Markup.Escape(outcome)}");
    }

    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = NewTable(columns);
        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        console.Write(table);
    }

    public void Check(Check check) =>
        console.MarkupLine(
            $"{Mark(check.Holds)} {Markup.Escape(check.Claim)}{(check.Holds ? "" : $": [red]{Markup.Escape(check.Finding)}[/]")}");

    public async Task WatchAsync(Func<IReadOnlyList<ServiceRow>> services, Task until)
    {
        if (_isTerminal)
        {
            await console.Live(Board(services())).StartAsync(live => RepeatAsync(services, until, rows => live.UpdateTarget(Board(rows))));
            return;
        }

        var shown = new Dictionary<string, string>();
        await RepeatAsync(services, until, rows => WriteChanges(rows, shown));
        console.Write(Board(services()));
    }

    private static async Task RepeatAsync(
        Func<IReadOnlyList<ServiceRow>> services, Task until, Action<IReadOnlyList<ServiceRow>> show)
    {
        bool isLast;
        do
        {
            isLast = until.IsCompleted;
            show(services());
            await Task.WhenAny(until, Task.Delay(TimeSpan.FromMilliseconds(100)));
        }
        while (!isLast);
    }

    // Logins never end; a line is written when the tasks have changed.
    private void WriteChanges(IReadOnlyList<ServiceRow> services, Dictionary<string, string> shown)
    {
        foreach (var row in services)
        {
            var state = $"{row.FirstTasks} first, {row.LaterTasks} later, as {row.Users}";
            if (shown.GetValueOrDefault(row.Name) != state)
            {
                shown[row.Name] = state;
                Command($"{row.Name,-8} {state}; {row.Accepted} logins, {row.Refused} refused");
            }
        }
    }

    private static Table Board(IReadOnlyList<ServiceRow> services)
    {
        var board = NewTable(["service", "uses the secret", "tasks", "logs in as", "logins", "refused"]);
        foreach (var row in services)
        {
            var tasks = $"[blue]{new string(First, row.FirstTasks)}[/][green]{new string(Later, row.LaterTasks)}[/]";
            var refused = row.Refused == 0 ? "[green]0[/]" : $"[red]{row.Refused}[/]";
            board.AddRow(
                row.Name, row.Reference, tasks, Markup.Escape(row.Users), row.Accepted.ToString(CultureInfo.InvariantCulture), refused);
        }

        return board.Caption($"[blue]{First}[/] started before the rotation   [green]{Later}[/] started after it");
    }

    private static Table NewTable(IEnumerable<string> columns) => new Table().RoundedBorder().BorderColor(Color.Grey)
        .AddColumns([.. columns.Select(column => $"[bold]{Markup.Escape(column)}[/]")]);

    private static string Mark(bool good) => good ? "[green]✔[/]" : "[red]✘[/]";
}
