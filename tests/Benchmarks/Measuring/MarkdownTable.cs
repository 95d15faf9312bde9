namespace RotationLambdas.Benchmarks.Measuring;

internal sealed class MarkdownTable(string title, params string[] columns)
{
    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add(cells);

    public override string ToString()
    {
        StringBuilder text = new();
        text.Append("## ").AppendLine(title).AppendLine();
        AddLine(text, columns);
        AddLine(text, [.. columns.Select((_, i) => i == 0 ? "---" : "---:")]);
        _rows.ForEach(row => AddLine(text, row));
        return text.ToString();
    }

    private static void AddLine(StringBuilder text, string[] cells) => text.Append("| ").AppendJoin(" | ", cells).AppendLine(" |");
}
