namespace RotationLambdas.Benchmarks.Packages;

/// <summary>One way to package the functions, as `./dev package` makes it.</summary>
internal sealed record Variant(string Name, string Folder)
{
    public static IReadOnlyList<Variant> All { get; } =
        [.. new Variant[]
        {
            new("as deployed from here", Path.Combine(Root, "package")),
            new("JIT", Path.Combine(Root, "package-jit")),
        }.Where(variant => Directory.Exists(variant.Function("PostgresRotation")))];

    private static string Root => Path.Combine(Directory.GetCurrentDirectory(), "artifacts");

    public string Function(string name) => Path.Combine(Folder, name);
}
