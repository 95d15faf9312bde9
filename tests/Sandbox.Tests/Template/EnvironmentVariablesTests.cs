namespace RotationLambdas.Sandbox.Tests.Template;

public partial class EnvironmentVariablesTests
{
    /// <summary>Documented variables whose default fits nearly everybody: a released template has less than 51,200 bytes.</summary>
    private static readonly string[] NotInTheTemplate =
    [
        "CANARY_WAIT_SECONDS", "CONNECT_TIMEOUT_SECONDS", "ECS_READS_PER_SECOND", "ECS_UPDATES_PER_SECOND", "FAST_IGNORES_WINDOWS",
        "MAX_ROLLOUTS",
        "ROLLOUT_ATTEMPTS", "SCAN_CONCURRENCY", "SUPERUSER_HOST", "SUPERUSER_PORT", "TASK_STOP_WAIT_SECONDS", "TLS_CERTIFICATE_NAME",
    ];

    [Theory]
    [InlineData("PostgresRotationFunction", "src/PostgresRotation/Options", "src/PostgresRotation/Passwords")]
    [InlineData("EcsRedeploymentFunction", "src/EcsRedeployment/Options")]
    public void A_function_gets_exactly_the_variables_that_its_code_reads(string function, params string[] folders)
    {
        var read = folders.SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs"))
            .SelectMany(file => Name().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Distinct();

        ExampleStack.Default.Function(function).Environment.Keys.Order(StringComparer.Ordinal)
            .ShouldBe(read.Except(NotInTheTemplate).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("\"([A-Z]+(?:_[A-Z0-9]+)+)\"")]
    private static partial Regex Name();
}
