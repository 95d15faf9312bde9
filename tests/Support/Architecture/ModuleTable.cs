using System.Text.RegularExpressions;

namespace RotationLambdas.Support.Architecture;

/// <summary>The table of docs/architecture.md that says which room of a function may use which.</summary>
internal sealed partial class ModuleTable
{
    private const string EverythingBelow = "all below";

    private ModuleTable(IReadOnlyList<ModuleRow> rows) => Rows = rows;

    /// <summary>The rows, from the top down.</summary>
    public IReadOnlyList<ModuleRow> Rows { get; }

    /// <summary>Reads the first table below the heading that begins with the function's name.</summary>
    public static ModuleTable Of(string function)
    {
        var lines = File.ReadLines(Repository.PathOf("docs", "architecture.md"))
            .SkipWhile(line => !line.StartsWith($"## {function}", StringComparison.Ordinal))
            .SkipWhile(line => !line.StartsWith('|'))
            .TakeWhile(line => line.StartsWith('|'))
            .Skip(2) // The heading, and the line under it.
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToList();
        var rows = new List<ModuleRow>();
        var below = new List<string>();
        foreach (var cells in Enumerable.Reverse(lines))
        {
            var modules = Words(cells[1]);
            var usesAll = cells[3] == EverythingBelow;
            // Those of one row that may use everything may use each other as well, as long as nothing leads back.
            rows.Insert(0, new ModuleRow(modules, usesAll ? [.. modules, .. below] : Words(cells[3]), [.. below], usesAll));
            below.AddRange(modules);
        }

        return new ModuleTable(rows);
    }

    private static List<string> Words(string cell) => [.. Quoted().Matches(cell).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
