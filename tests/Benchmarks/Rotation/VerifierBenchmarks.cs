using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using RotationLambdas.PostgresRotation.Options;
using RotationLambdas.PostgresRotation.Passwords;
using RotationLambdas.PostgresRotation.Postgres.Verifiers;

namespace RotationLambdas.Benchmarks.Rotation;

[MemoryDiagnoser]
public class VerifierBenchmarks
{
    private const string Ascii = "correct-horse-battery-staple-123";
    private const string Mapped = "pässwörd\u00A0Ⅸ correct horse battery";
    private readonly PasswordGenerator _generator = new(PasswordPolicyReader.Read(_ => null));

    public static void Measure() => BenchmarkRunner.Run<VerifierBenchmarks>(
        DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));

    [Benchmark(Baseline = true)]
    public string Verifier_of_an_ASCII_password() => ScramVerifier.Create(Ascii);

    [Benchmark]
    public string Verifier_of_a_password_that_SASLprep_changes() => ScramVerifier.Create(Mapped);

    [Benchmark]
    public string SASLprep_alone() => SaslPrep.Prepare(Mapped);

    [Benchmark]
    public string Password() => _generator.Generate();
}
