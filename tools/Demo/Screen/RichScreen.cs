using System.Globalization;
using Spectre.Console;

namespace RotationLambdas.Demo.Screen;

/// <summary>Colours and live tables, for a terminal.</summary>
internal sealed class RichScreen(IAnsiConsole console) : IScreen
{
    public void Heading(string text)
    {
        console.WriteLine();
        console.Write(new Rule($"[bold]{Markup.Escape(text)}[/]").LeftJustified().RuleStyle("grey"));
    }

    public void Say(string text) => console.MarkupLineInterpolated($"[grey]{text}[/]");

    public void Step(string name, TimeSpan duration, string outcome, bool succeeded)
    {
        var time = duration.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
        console.MarkupLine($"{Mark(succeeded)} [bold]{name,-13}[/] [yellow]{time,7} ms[/]  {Markup.Escape(outcome)}");
    }

    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table().RoundedBorder().BorderColor(Color.Grey)
            .AddColumns([.. columns.Select(column => $"[bold]{Markup.Escape(column)}[/]")]);
        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        console.Write(table);
    }

    public void Check(Check check) =>
        console.MarkupLine(
            $"{Mark(check.Holds)} {Markup.Escape(check.Claim)}{(check.Holds ? "" : $": [red]{Markup.Escape(check.Finding)}[/]")}");

    public Task WatchAsync(Func<IReadOnlyList<ServiceRow>> services, Task until) =>
        console.Live(Board(services())).StartAsync(async live =>
        {
            bool isLast;
            do
            {
                isLast = until.IsCompleted;
                live.UpdateTarget(Board(services()));
                await Task.WhenAny(until, Task.Delay(TimeSpan.FromMilliseconds(100)));
            }
            while (!isLast);
        });

    private static Table Board(IReadOnlyList<ServiceRow> services)
    {
        var board = new Table().RoundedBorder().BorderColor(Color.Grey)
            .AddColumns(
                "[bold]service[/]", "[bold]uses the secret[/]", "[bold]tasks[/]", "[bold]logs in as[/]", "[bold]logins[/]",
                "[bold]refused[/]");
        foreach (var row in services)
        {
            var tasks = $"[blue]{Dots(row.FirstTasks)}[/][green]{Dots(row.LaterTasks)}[/]";
            var refused = row.Refused == 0 ? "[green]0[/]" : $"[red]{row.Refused}[/]";
            board.AddRow(
                row.Name, row.Reference, tasks, Markup.Escape(row.Users), row.Accepted.ToString(CultureInfo.InvariantCulture), refused);
        }

        return board.Caption("[blue]●[/] as at first   [green]●[/] started after the rotation");
    }

    private static string Dots(int count) => new('●', count);

    private static string Mark(bool good) => good ? "[green]✔[/]" : "[red]✘[/]";
}
