namespace RotationLambdas.Sandbox.Tests.Template;

internal static class DocumentTable
{
    /// <summary>The rows of all tables below a heading, cell by cell, without the row of titles.</summary>
    public static IEnumerable<string[]> Rows(string document, string heading) => Section(document, heading)
        .Where(line => line.StartsWith('|') && !line.StartsWith("|---", StringComparison.Ordinal))
        .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())
        .Skip(1);

    public static IEnumerable<string> Headings(string document, string level) => File.ReadLines(Repository.PathOf("docs", document))
        .Where(line => line.StartsWith(level + " ", StringComparison.Ordinal))
        .Select(line => line[(level.Length + 1)..]);

    public static IEnumerable<string> Section(string document, string heading) => File.ReadLines(Repository.PathOf("docs", document))
        .SkipWhile(line => line != heading)
        .Skip(1)
        .TakeWhile(line => !line.StartsWith(heading.Split(' ')[0] + " ", StringComparison.Ordinal));
}
