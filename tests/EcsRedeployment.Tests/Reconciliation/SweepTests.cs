using Amazon.ECS.Model;
using RotationLambdas.EcsRedeployment.Tests.Fakes;
using static RotationLambdas.EcsRedeployment.Tests.Fakes.Fixture;
using Task = System.Threading.Tasks.Task;

namespace RotationLambdas.EcsRedeployment.Tests.Reconciliation;

public sealed class SweepTests
{
    private readonly Fixture _world = new();
    private readonly Service _web;

    public SweepTests()
    {
        _web = _world.Ecs.Add("blue", "web", _world.Ecs.Define("web", _world.Db.ARN), Yesterday);
        _world.Ecs.Add("blue", "static", _world.Ecs.Define("static"), Yesterday);
    }

    [Fact]
    public async Task A_rotation_whose_event_was_lost_is_found()
    {
        _world.RotateDb();

        await SweepAsync();

        _world.Redeployed.ShouldBe(["web"]);
    }

    [Fact]
    public async Task A_value_that_was_put_by_hand_is_found_by_the_date_of_its_version()
    {
        _world.RotateDb();
        _world.Db.LastRotatedDate = null;

        await SweepAsync();

        _world.Redeployed.ShouldBe(["web"]);
    }

    [Fact]
    public async Task A_secret_that_was_rolled_back_is_found_by_the_dates_of_both_versions()
    {
        _world.RotateDb();
        _world.Db.LastRotatedDate = null;
        _world.Db.VersionIdsToStages = new() { ["v1"] = ["AWSCURRENT"], ["v2"] = ["AWSPREVIOUS"] };

        await SweepAsync();

        _world.Redeployed.ShouldBe(["web"]);
    }

    [Fact]
    public async Task Nothing_is_restarted_and_nothing_told_while_all_is_as_it_should_be()
    {
        await SweepAsync();

        _world.Redeployed.ShouldBeEmpty();
        _world.Bus.Entries.ShouldBeEmpty();
        _world.Secrets.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_date_that_was_cut_to_its_second_stands_for_the_end_of_it()
    {
        _world.RotateDb(Noon.AddSeconds(-10));
        _web.Deployments[0].CreatedAt = Noon.AddSeconds(-9.5).UtcDateTime;
        _world.Clock.Advance(TimeSpan.FromMinutes(1));

        await SweepAsync();

        _world.Redeployed.ShouldBe(["web"]);
    }

    [Fact]
    public async Task A_new_description_restarts_nothing_and_is_counted()
    {
        _world.Db.LastChangedDate = Noon.AddHours(-1).UtcDateTime;

        await SweepAsync();

        _world.Redeployed.ShouldBeEmpty();
        _world.Metric("ServicesUnverified").ShouldBe(1);
    }

    [Fact]
    public async Task A_rotation_that_fails_again_and_again_restarts_nothing()
    {
        for (var i = 0; i < 3; i++)
        {
            _world.Db.LastChangedDate = _world.Clock.GetUtcNow().UtcDateTime;
            _world.Db.VersionIdsToStages[$"pending{i}"] = ["AWSPENDING"];
            await SweepAsync();
            _world.Db.VersionIdsToStages.Remove($"pending{i}");
            _world.Clock.Advance(TimeSpan.FromHours(1));
        }

        _world.Redeployed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rollback_before_the_first_success_halts_the_rollout()
    {
        _world.RotateDb();
        for (var i = 0; i < 5; i++)
        {
            await SweepAsync();
            RollBack();
            _world.Clock.Advance(TimeSpan.FromHours(1));
        }

        _world.Redeployed.ShouldBe(["web"]);
        _world.Bus.DetailsOf("Secret Consumers Status").Last()["state"]!.GetValue<string>().ShouldBe("Halted");
    }

    [Fact]
    public async Task Without_the_permission_to_read_the_history_a_sweep_restarts_nothing_and_names_it()
    {
        _world.RotateDb();
        _web.Deployments[0].UpdatedAt = Noon.UtcDateTime; // Rolled back since, perhaps.
        _world.Ecs.Before = (operation, _) =>
        {
            if (operation == "ListServiceDeployments")
            {
                throw FakeEcs.Denied(operation);
            }
        };

        await SweepAsync();

        _world.Redeployed.ShouldBeEmpty();
        _world.Logger.Text.ShouldContain("Add ecs:ListServiceDeployments to the policy of the function's role.");
    }

    [Fact]
    public async Task A_rollout_that_takes_too_long_is_told_with_what_Amazon_ECS_says()
    {
        await _world.BatchAsync(_world.RotateDb());
        _world.Clock.Advance(TimeSpan.FromMinutes(31));
        var failed = FakeEcs.TaskOf(_web, "failed", _world.Clock.GetUtcNow());
        (failed.DesiredStatus, failed.LastStatus) = ("STOPPED", "STOPPED");
        failed.StoppedReason = "ResourceInitializationError: unable to pull secrets or registry auth: AccessDeniedException: User is not authorized to perform: "
            + $"secretsmanager:GetSecretValue on resource: {_world.Db.ARN}";
        _world.Ecs.Tasks.Add(failed);
        _world.Bus.Entries.Clear();

        await SweepAsync();

        var status = _world.Bus.DetailsOf("Secret Consumers Status").ShouldHaveSingleItem();
        (status["state"]!.GetValue<string>(), status["services"]![0]!["state"]!.GetValue<string>()).ShouldBe(("Failed", "Overdue"));
        status["services"]![0]!["ecsSays"]!.GetValue<string>().ShouldStartWith("ResourceInitializationError");
        status["services"]![0]!["likelyCause"]!.GetValue<string>().ShouldContain("Allow it secretsmanager:GetSecretValue");
        _world.Metric("ServicesOverdue").ShouldBe(1);
        _world.Redeployed.ShouldBe(["web"]);
    }

    [Fact]
    public async Task A_secret_that_was_not_rotated_for_too_long_is_counted()
    {
        _world.Db.RotationEnabled = true;
        _world.Db.RotationRules = new() { AutomaticallyAfterDays = 30 };
        _world.Db.LastRotatedDate = Noon.AddDays(-46).UtcDateTime;

        await SweepAsync();

        _world.Metric("SecretsOverdueForRotation").ShouldBe(1);
    }

    [Fact]
    public async Task A_rehearsal_of_a_sweep_restarts_nothing()
    {
        _world.RotateDb();

        var report = await _world.InvokeAsync(System.Text.Json.Nodes.JsonNode.Parse("""{"sweep":true,"dryRun":true}""")!);

        _world.Redeployed.ShouldBeEmpty();
        report["secrets"]![0]!["services"]![0]!["decision"]!.GetValue<string>().ShouldBe("Redeploy");
    }

    [Fact]
    public async Task A_secret_that_may_not_be_looked_at_is_left_out_and_the_others_are_looked_at()
    {
        var other = _world.Secrets.Add("other", Yesterday.AddDays(-1));
        _world.Ecs.Add("blue", "other", _world.Ecs.Define("other", other.ARN), Yesterday);
        _world.RotateDb();
        _world.Secrets.Before = (operation, subject) =>
        {
            if (subject == other.ARN)
            {
                throw FakeSecrets.Denied(operation);
            }
        };

        await SweepAsync();

        _world.Redeployed.ShouldBe(["web"]);
        _world.Logger.Text.ShouldContain($"leaves out 1 secrets that the role may not describe, such as {other.ARN}");
    }

    private async Task SweepAsync() => (await _world.BatchAsync(Sweep(_world.Clock.GetUtcNow()))).ShouldBeEmpty();

    private void RollBack()
    {
        if (_web.Deployments.Count < 2)
        {
            return;
        }

        var failed = _web.Deployments[0];
        _web.Deployments.RemoveAt(0);
        _web.Deployments[0].Status = "PRIMARY";
        _web.Deployments[0].UpdatedAt = _world.Clock.GetUtcNow().UtcDateTime;
        _world.Ecs.AddRollback(_web, failed.CreatedAt);
    }
}
