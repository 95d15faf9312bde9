using RotationLambdas.Benchmarks.Rotation;

// Prints the tables of docs/development/figures.md. `--only sizes|rotation|verifier` measures one of them, `--runs N` sets how
// often.
var options = BenchOptions.Parse(args);
Console.WriteLine(Machine.Describe());
if (options.Wants("sizes"))
{
    Console.WriteLine(Sizes.Measure(Variant.All));
}

if (options.Wants("rotation"))
{
    Console.WriteLine(await RotationBenchmark.MeasureAsync(Variant.All, options.Runs));
}

if (options.Wants("verifier"))
{
    VerifierBenchmarks.Measure();
}
