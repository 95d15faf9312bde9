namespace RotationLambdas.Benchmarks.Packages;

/// <summary>One way to package the functions, as `./dev package` makes it.</summary>
/// <param name="Name">What the tables call it.</param>
/// <param name="Folder">Where the packages are.</param>
internal sealed record Variant(string Name, string Folder)
{
    /// <summary>The packages that were made, what is deployed first.</summary>
    public static IReadOnlyList<Variant> All { get; } =
        [.. new Variant[]
        {
            new("as deployed from here", Path.Combine(Root, "package")),
            new("JIT", Path.Combine(Root, "package-jit")),
        }.Where(variant => Directory.Exists(variant.Function("PostgresRotation")))];

    private static string Root => Path.Combine(Directory.GetCurrentDirectory(), "artifacts");

    public string Function(string name) => Path.Combine(Folder, name);
}
