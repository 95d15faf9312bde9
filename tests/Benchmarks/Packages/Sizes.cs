namespace RotationLambdas.Benchmarks.Packages;

internal static class Sizes
{
    public static MarkdownTable Measure(IReadOnlyList<Variant> variants)
    {
        MarkdownTable table = new("Sizes", "package", "function", "zip, bytes", "unpacked, bytes", "`bootstrap` alone, bytes");
        foreach (var variant in variants)
        {
            foreach (var function in new[] { "PostgresRotation", "EcsRedeployment" })
            {
                DirectoryInfo folder = new(variant.Function(function));
                table.Add(
                    variant.Name, function, Text(new FileInfo(folder.FullName + ".zip").Length), Text(
                    folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length)), Text(
                    new FileInfo(Path.Combine(folder.FullName, "bootstrap")).Length));
            }
        }

        return table;
    }

    private static string Text(long bytes) => bytes.ToString("N0", CultureInfo.InvariantCulture);
}
