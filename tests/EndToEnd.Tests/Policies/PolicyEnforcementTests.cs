using RotationLambdas.Sandbox.Iam;

namespace RotationLambdas.EndToEnd.Tests.Policies;

/// <summary>The policies of template.yaml, enforced while the deployed functions do all that they do.</summary>
public sealed class PolicyEnforcementTests
{
    private static readonly string[] NetworkActions =
    [
        "ec2:AssignPrivateIpAddresses", "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSubnets",
        "ec2:UnassignPrivateIpAddresses",
    ];

    [Fact]
    public async Task Every_right_is_needed_and_none_is_missing()
    {
        await using var fixture = await DeployedFixture.StartAsync();

        await RotateAndRestartAsync(fixture);
        await RotateWithRdsAsync(fixture);
        await RecoverAsync(fixture);
        await RetryAsync(fixture);
        await SweepAsync(fixture);
        AskForTheNetwork(fixture);

        var usage = fixture.Deployment.Guard.Usage;
        fixture.Deployment.Refusals.ShouldBeEmpty();
        fixture.Sandbox.Calls.Snapshot().Where(call => call.ErrorCode == "AccessDeniedException").ShouldBeEmpty();
        usage.Unused.ShouldBeEmpty("a statement that nothing uses has no place in template.yaml");
        usage.UnusedActions.ShouldBeEmpty("an action that nothing uses has no place in template.yaml");
        usage.Dispensable.ShouldBeEmpty("a statement without which nothing changes has no place in template.yaml");
    }

    [Theory]
    [InlineData("RotateSecretsOfThisFunction", "secretsmanager:DescribeSecret")]
    [InlineData("UseKeysOfTheSecrets", "kms:Decrypt and kms:GenerateDataKey")]
    [InlineData("ReadSuperuserSecret", "secretsmanager:GetSecretValue")]
    [InlineData("UseKeyOfSuperuserSecret", "kms:Decrypt and kms:GenerateDataKey")]
    [InlineData("ReadTagsOfSuperuserSecret", "secretsmanager:DescribeSecret", true)]
    [InlineData("FindServerOfSuperuser", "rds:DescribeDBInstances", true)]
    public async Task A_rotation_without_a_statement_names_the_missing_right(string sid, string missing, bool ofRds = false)
    {
        await using var fixture = await DeployedFixture.StartAsync(
            stack => stack.With("PostgresRotationRole", statements => statements.Where(one => one.Sid != sid)));
        var secret = await fixture.CreateRoleWithSecretAsync("app", ofRds ? fixture.RdsSuperuserArns[0] : fixture.SuperuserArn);

        var report = await fixture.RotateAsync(secret);

        report.Succeeded.ShouldBeFalse();
        report.Last.ErrorType.ShouldBe(
            missing.StartsWith("rds:", StringComparison.Ordinal) ? "RdsRefusedException" : "SecretsManagerRefusedException");
        report.Explanation.ShouldContain(missing);
        (await fixture.Database.AcceptsAsync("app", "the-first-password")).ShouldBeTrue();
    }

    private static async Task RotateAndRestartAsync(DeployedFixture fixture)
    {
        var secret = await fixture.CreateRoleWithSecretAsync("app", fixture.SuperuserArn);
        await fixture.CreateServiceAsync("api", secret);
        await fixture.CreateServiceAsync("worker", secret, tags: ("rotation:redeploy", "stop-tasks"));
        await fixture.CreateServiceAsync("blue-green", secret, "CODE_DEPLOY");
        string[] restarts = ["StopTask", "UpdateService", "CreateDeployment"];
        var restarted = fixture.NextRedeploymentAsync(_ => restarts.All(operation => Called(fixture, operation)));

        var report = await fixture.RotateAsync(secret);

        report.Succeeded.ShouldBeTrue(report.Explanation);
        (await restarted).Succeeded.ShouldBeTrue();
        await fixture.Sandbox.Ecs.WhenSteadyAsync();
    }

    private static async Task RotateWithRdsAsync(DeployedFixture fixture)
    {
        foreach (var (superuser, index) in fixture.RdsSuperuserArns.Select((arn, index) => (arn, index)))
        {
            var report = await fixture.RotateAsync(await fixture.CreateRoleWithSecretAsync($"orders{index}", superuser));

            report.Succeeded.ShouldBeTrue(report.Explanation);
        }
    }

    private static async Task RecoverAsync(DeployedFixture fixture)
    {
        await fixture.Database.AsAdministratorAsync("ALTER ROLE solo PASSWORD 'set-by-hand'");

        var report = await fixture.RotateAsync(fixture.RecoverableArn);

        report.Succeeded.ShouldBeTrue(report.Explanation);
    }

    // A scan that fails is continued in another invocation, and its message is redelivered within minutes.
    private static async Task RetryAsync(DeployedFixture fixture)
    {
        var fault = fixture.Sandbox.Faults.Add(new FaultRule
        {
            Action = FaultAction.InternalError,
            Caller = fixture.Redeployment.Name,
            Operation = "ListServices",
            Times = null,
        });

        await fixture.Aws.CallAsync(
            "AmazonSQS.SendMessage",
                new() { ["QueueUrl"] = fixture.Deployment.Stack.Outputs["RedeploymentQueueUrl"], ["MessageBody"] = "{\"sweep\":true}" });

        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!Called(fixture, "ChangeMessageVisibilityBatch"))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
        }

        fixture.Sandbox.Faults.Remove(fault);
    }

    // The events are held back, so that only the sweep finds what is stale.
    private static async Task SweepAsync(DeployedFixture fixture)
    {
        fixture.SetRules(fixture.Deployment, enabled: false);
        await ChangeDuringADeploymentAsync(fixture);

        var sweep = await fixture.Sandbox.Functions.InvokeAsync(fixture.Redeployment.Name, new JsonObject { ["sweep"] = true });

        sweep.Succeeded.ShouldBeTrue(sweep.ErrorMessage);
    }

    // The new task holds the old value, and its deployment ends after the change: only the history shows whether another deployment would
    // help.
    // It replaced another deployment, and the history has the reason why that one was stopped.
    private static async Task ChangeDuringADeploymentAsync(DeployedFixture fixture)
    {
        JsonNode? deployment;
        do
        {
            await fixture.EcsAsync("UpdateService", new() { ["cluster"] = "main", ["service"] = "api", ["forceNewDeployment"] = true });
            await fixture.EcsAsync("UpdateService", new() { ["cluster"] = "main", ["service"] = "api", ["forceNewDeployment"] = true });
            while (!HasATask(deployment = await PrimaryDeploymentAsync(fixture)))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20));
            }

            await fixture.PutAsync("app", "{\"changed\":\"by hand\"}");
            deployment = await PrimaryDeploymentAsync(fixture);
        }
        while ((string?)deployment!["rolloutState"] != "IN_PROGRESS"); // The deployment ended before the change: repeat.

        await fixture.Sandbox.Ecs.WhenSteadyAsync();
    }

    private static bool HasATask(JsonNode? deployment) => (int)deployment!["runningCount"]! + (int)deployment["pendingCount"]! > 0;

    private static async Task<JsonNode?> PrimaryDeploymentAsync(DeployedFixture fixture)
    {
        var answer = await fixture.EcsAsync("DescribeServices", new() { ["cluster"] = "main", ["services"] = new JsonArray("api") });
        return answer["services"]![0]!["deployments"]![0];
    }

    private static void AskForTheNetwork(DeployedFixture fixture)
    {
        var guard = fixture.Deployment.Guard;
        NetworkActions.ShouldAllBe(action => guard.AskForCode(fixture.Rotation, new IamRequest(action, "*")).IsExplicitDeny);
        NetworkActions.ShouldAllBe(
            action =>
            guard.AskForCode(fixture.Rotation, new IamRequest(action, "arn:aws:ec2:eu-west-1:123456789012:network-interface/eni-1"))
            .IsExplicitDeny);
    }

    private static bool Called(DeployedFixture fixture, string operation) =>
        fixture.Sandbox.Calls.Snapshot().Any(call => call.Operation == operation && call.Caller == fixture.Redeployment.Name);
}
