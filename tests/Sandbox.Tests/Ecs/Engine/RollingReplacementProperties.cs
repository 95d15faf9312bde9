using FsCheck;
using FsCheck.Fluent;
using RotationLambdas.Sandbox.Ecs.Model;

namespace RotationLambdas.Sandbox.Tests.Ecs.Engine;

public sealed class RollingReplacementProperties
{
    [Fact]
    public void A_rolling_replacement_keeps_its_percentages()
    {
        var cases = ArbMap.Default.ArbFor<(byte Desired, byte Minimum, byte Maximum)>();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(
            cases, one => ReplaceAsync((one.Desired % 12) + 1, one.Minimum % 101, 100 + (one.Maximum % 101))));
    }

    private static async Task ReplaceAsync(int desired, int minimum, int maximum)
    {
        using var aws = new EcsFixture();
        await aws.CreateAsync(
            desired, ",\"deploymentConfiguration\":{\"minimumHealthyPercent\":" + minimum + ",\"maximumPercent\":" + maximum + "}");
        aws.Pass(5);
        var rule = DeploymentConfiguration.Replica with { MinimumHealthyPercent = minimum, MaximumPercent = maximum };
        var (least, most) = (rule.LeastRunning(desired), rule.MostRunning(desired));
        aws.Ecs.TaskChanged += (_, _) =>
        {
            var live = aws.Ecs.Tasks("c", "s").Where(task => task is { DesiredStatus: "RUNNING" } && task.LastStatus != "STOPPED").ToList();
            live.Count.ShouldBeLessThanOrEqualTo(most);
            live.Count(task => task.LastStatus == "RUNNING").ShouldBeGreaterThanOrEqualTo(least);
        };

        var deployment = (await aws.ForceAsync())["service"]!["deployments"]![0]!["id"]!.GetValue<string>();
        aws.Pass(60);

        // With nothing to spare on either side ECS cannot move, and neither can the sandbox.
        var stuck = least == desired && most == desired;
        aws.Running().Count.ShouldBe(desired);
        aws.Running().ShouldAllBe(task => task.StartedBy == deployment != stuck);
    }
}
