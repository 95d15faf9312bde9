namespace RotationLambdas.Benchmarks.Measuring;

/// <summary>What the command line asks for.</summary>
/// <param name="Only">The one table that is wanted; null for all.</param>
/// <param name="Runs">How often each figure is taken, 1 or more.</param>
internal sealed record BenchOptions(string? Only, int Runs)
{
    private static readonly string[] Tables = ["sizes", "rotation", "verifier"];

    public bool Wants(string table) => Only is null || Only == table;

    public static BenchOptions Parse(string[] arguments)
    {
        BenchOptions options = new(null, 15);
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : "";
            options = arguments[i] switch
            {
                "--only" when Tables.Contains(value) => options with { Only = value },
                "--runs" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var runs) && runs > 0 =>
                    options with { Runs = runs },
                _ => throw new ArgumentException(
                    $"'{arguments[i]} {value}' is not understood. Use --only {string.Join('|', Tables)}, or --runs and a number."),
            };
        }

        return options;
    }
}
