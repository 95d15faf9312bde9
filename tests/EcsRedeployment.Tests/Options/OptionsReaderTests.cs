namespace RotationLambdas.EcsRedeployment.Tests.Options;

public sealed class OptionsReaderTests
{
    [Fact]
    public void Without_variables_everything_is_reported_and_nothing_restarted()
    {
        var options = Read([]);

        options.Secrets.AllowsRestarts.ShouldBeFalse();
        options.DryRun.ShouldBeTrue();
        Comparable(options).ShouldBe(Comparable(new RedeploymentOptions()));
    }

    [Fact]
    public void A_variable_that_is_set_to_nothing_is_not_set() =>
        Comparable(Read(new() { ["ECS_CLUSTERS"] = "", ["DRY_RUN"] = " ", ["OVERDUE_AFTER_MINUTES"] = "" }))
            .ShouldBe(Comparable(new RedeploymentOptions()));

    [Fact]
    public void Every_variable_is_read()
    {
        var options = Read(new()
        {
            ["ECS_CLUSTERS"] = "prod-*, !prod-batch",
            ["SECRET_NAME_PREFIXES"] = "prod/, shop*",
            ["UNVERIFIED_CHANGES"] = "restart",
            ["CODE_DEPLOY_SERVICES"] = "deploy",
            ["QUEUE_URL"] = "https://sqs.eu-west-1.amazonaws.com/123456789012/q",
            ["EVENT_BUS_NAME"] = "none",
            ["DRY_RUN"] = "true",
            ["OVERDUE_AFTER_MINUTES"] = "90",
            ["ECS_READS_PER_SECOND"] = "100",
            ["ECS_UPDATES_PER_SECOND"] = "1",
            ["SCAN_CONCURRENCY"] = "32",
            ["ROLLOUT_ATTEMPTS"] = "10",
            ["TASK_STOP_WAIT_SECONDS"] = "600",
            ["METRICS_NAMESPACE"] = "Shop/Rotation",
        });

        options.Clusters.Included.ShouldBe(["prod-*"]);
        options.Clusters.Excluded.ShouldBe(["prod-batch"]);
        options.Secrets.Prefixes.ShouldBe(["prod/", "shop"]);
        options.QueueUrl.ShouldBe(new("https://sqs.eu-west-1.amazonaws.com/123456789012/q"));
        options.DryRun.ShouldBeTrue();
        Comparable(options).ShouldBe(new RedeploymentOptions
        {
            Secrets = SecretScope.Everything,
            RestartUnverified = true,
            DeployWithCodeDeploy = true,
            EventBusName = null,
            OverdueAfter = TimeSpan.FromMinutes(90),
            ReadsPerSecond = 100,
            UpdatesPerSecond = 1,
            ScanConcurrency = 32,
            RolloutAttempts = 10,
            TaskStopWait = TimeSpan.FromMinutes(10),
            MetricsNamespace = "Shop/Rotation",
        });
    }

    [Theory]
    [InlineData("ECS_CLUSTERS", "prod,!")]
    [InlineData("DRY_RUN", "maybe")]
    [InlineData("SECRET_NAME_PREFIXES", "prod/,a b")]
    [InlineData("SECRET_NAME_PREFIXES", "*prod")]
    [InlineData("UNVERIFIED_CHANGES", "true")]
    [InlineData("QUEUE_URL", "redeployment")]
    [InlineData("QUEUE_URL", "arn:aws:sqs:eu-west-1:123456789012:q")]
    [InlineData("OVERDUE_AFTER_MINUTES", "0")]
    [InlineData("OVERDUE_AFTER_MINUTES", "10081")]
    [InlineData("OVERDUE_AFTER_MINUTES", "1.5")]
    [InlineData("ECS_READS_PER_SECOND", "101")]
    [InlineData("ECS_UPDATES_PER_SECOND", "-1")]
    [InlineData("SCAN_CONCURRENCY", "33")]
    [InlineData("ROLLOUT_ATTEMPTS", "many")]
    [InlineData("TASK_STOP_WAIT_SECONDS", "9")]
    [InlineData("METRICS_NAMESPACE", "AWS/ECS")]
    public void An_invalid_value_is_named_with_what_is_allowed(string variable, string value)
    {
        var error = Should.Throw<ConfigurationInvalidException>(() => Read(new() { [variable] = value }));

        error.Message.ShouldStartWith($"The environment variable {variable} is \"{value}\", which is not ");
        error.Remedy.ShouldStartWith($"Set {variable} to ");
    }

    [Fact]
    public void Restarts_need_prefixes()
    {
        Should.Throw<ConfigurationInvalidException>(() => Read(new() { ["DRY_RUN"] = "false" }))
            .Message.ShouldContain("SECRET_NAME_PREFIXES");
        Read(new() { ["DRY_RUN"] = "false", ["SECRET_NAME_PREFIXES"] = "*" }).DryRun.ShouldBeFalse();
    }

    private static RedeploymentOptions Comparable(RedeploymentOptions options) =>
        options with { Clusters = ClusterFilter.All, Secrets = SecretScope.Everything, QueueUrl = null, DryRun = false };

    private static RedeploymentOptions Read(Dictionary<string, string> variables) => new OptionsReader(variables.GetValueOrDefault).Read();
}
