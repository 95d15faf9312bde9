using System.Text.Json.Nodes;
using RotationLambdas.EndToEnd.Tests.Databases;
using RotationLambdas.Sandbox.EventBridge;
using RotationLambdas.Sandbox.Iam;

namespace RotationLambdas.EndToEnd.Tests.Policies;

/// <summary>The policies of template.yaml, enforced while the deployed functions do all that they do.</summary>
public sealed class PolicyEnforcementTests
{
    private static readonly string[] NetworkActions =
    [
        "ec2:AssignPrivateIpAddresses", "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets",
        "ec2:UnassignPrivateIpAddresses",
    ];

    [Fact]
    public async Task Every_right_is_needed_and_none_is_missing()
    {
        await using var world = await DeployedWorld.StartAsync();

        await RotateAndRestartAsync(world);
        await MendALockOutAsync(world);
        await SweepAsync(world);
        AskForTheNetwork(world);

        var usage = world.Deployment.Guard.Usage;
        world.Deployment.Refusals.ShouldBeEmpty();
        world.Sandbox.Calls.Snapshot().Where(call => call.ErrorCode == "AccessDeniedException").ShouldBeEmpty();
        usage.Unused.ShouldBeEmpty("a statement that nothing uses has no place in template.yaml");
        usage.UnusedActions.ShouldBeEmpty("an action that nothing uses has no place in template.yaml");
        usage.Dispensable.ShouldBeEmpty("a statement without which nothing changes has no place in template.yaml");
    }

    [Theory]
    [InlineData("RotateSecretsOfThisFunction", "secretsmanager:DescribeSecret")]
    [InlineData("UseKeysOfTheSecrets", "kms:Decrypt and kms:GenerateDataKey")]
    [InlineData("ReadSuperuserSecret", "secretsmanager:GetSecretValue")]
    [InlineData("UseKeyOfSuperuserSecret", "kms:Decrypt and kms:GenerateDataKey")]
    public async Task A_rotation_without_one_of_its_statements_fails_with_what_is_missing(string sid, string missing)
    {
        await using var world = await DeployedWorld.StartAsync(stack => stack.With("PostgresRotationRole", statements => statements.Where(one => one.Sid != sid)));
        var secret = await world.CreateRoleWithSecretAsync("app", world.SuperuserArn);

        var report = await world.RotateAsync(secret);

        report.Succeeded.ShouldBeFalse();
        report.Last.ErrorType.ShouldBe("VaultRefusedException");
        report.Explanation.ShouldContain(missing);
        (await world.Database.AcceptsAsync("app", "the-first-password")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_statement_that_is_added_without_need_is_reported()
    {
        var surplus = new PolicyStatement { Sid = "Surplus", Effect = PolicyEffect.Allow, Actions = ["secretsmanager:DeleteSecret"], Resources = ["*"] };
        await using var world = await DeployedWorld.StartAsync(stack => stack.With("PostgresRotationRole", statements => statements.Append(surplus)));

        (await world.RotateAsync(await world.CreateRoleWithSecretAsync("app"))).Succeeded.ShouldBeTrue();

        world.Deployment.Guard.Usage.Unused.ShouldContain("PostgresRotationRole/Surplus");
    }

    private static async Task RotateAndRestartAsync(DeployedWorld world)
    {
        var secret = await world.CreateRoleWithSecretAsync("app", world.SuperuserArn);
        await world.CreateServiceAsync("api", secret);
        await world.CreateServiceAsync("worker", secret, ("rotation:redeploy", "stop-tasks"));
        var restarted = world.NextRedeploymentAsync(_ => Called(world, "StopTask") && Called(world, "UpdateService"));

        var report = await world.RotateAsync(secret);

        report.Succeeded.ShouldBeTrue(report.Explanation);
        (await restarted).Succeeded.ShouldBeTrue();
        await world.Sandbox.Ecs.WhenSteadyAsync();
    }

    private static async Task MendALockOutAsync(DeployedWorld world)
    {
        var secret = await world.CreateRoleWithSecretAsync("solo");
        await world.Database.AsAdministratorAsync("ALTER ROLE solo PASSWORD 'set-by-hand'");

        var report = await world.RotateAsync(secret);

        report.Succeeded.ShouldBeTrue(report.Explanation);
    }

    // The events are held back, so that only the sweep finds what is stale.
    private static async Task SweepAsync(DeployedWorld world)
    {
        foreach (var rule in world.Deployment.Stack.Rules)
        {
            world.Sandbox.EventBridge.PutRule(new EventRuleSettings { Name = rule.Name, EventPattern = rule.EventPattern, ScheduleExpression = rule.ScheduleExpression, Enabled = false });
        }

        await ChangeDuringADeploymentAsync(world);

        var sweep = await world.Sandbox.Functions.InvokeAsync(world.Redeployment.Name, new JsonObject { ["sweep"] = true });

        sweep.Succeeded.ShouldBeTrue(sweep.ErrorMessage);
    }

    // The new task holds the old value, and its deployment ends after the change: only the history shows whether deploying again would help.
    private static async Task ChangeDuringADeploymentAsync(DeployedWorld world)
    {
        JsonNode? deployment;
        do
        {
            await world.EcsAsync("UpdateService", new() { ["cluster"] = "main", ["service"] = "api", ["forceNewDeployment"] = true });
            while (!HasATask(deployment = await PrimaryDeploymentAsync(world)))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20));
            }

            await world.PutAsync("app", "{\"changed\":\"by hand\"}");
            deployment = await PrimaryDeploymentAsync(world);
        }
        while ((string?)deployment!["rolloutState"] != "IN_PROGRESS"); // The deployment ended before the change: repeat.

        await world.Sandbox.Ecs.WhenSteadyAsync();
    }

    private static bool HasATask(JsonNode? deployment) => (int)deployment!["runningCount"]! + (int)deployment["pendingCount"]! > 0;

    private static async Task<JsonNode?> PrimaryDeploymentAsync(DeployedWorld world)
    {
        var answer = await world.EcsAsync("DescribeServices", new() { ["cluster"] = "main", ["services"] = new JsonArray("api") });
        return answer["services"]![0]!["deployments"]![0];
    }

    private static void AskForTheNetwork(DeployedWorld world)
    {
        var guard = world.Deployment.Guard;
        NetworkActions.ShouldAllBe(action => guard.AskForCode(world.Rotation, new IamRequest(action, "*")).IsExplicitDeny);
        NetworkActions.ShouldAllBe(action => guard.AskForCode(world.Rotation, new IamRequest(action, "arn:aws:ec2:eu-west-1:123456789012:network-interface/eni-1")).IsExplicitDeny);
    }

    private static bool Called(DeployedWorld world, string operation) =>
        world.Sandbox.Calls.Snapshot().Any(call => call.Operation == operation && call.Caller == world.Redeployment.Name);
}
