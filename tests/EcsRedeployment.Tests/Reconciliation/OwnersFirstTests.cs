namespace RotationLambdas.EcsRedeployment.Tests.Reconciliation;

/// <summary>Services that must not be touched now, on the sandbox's Amazon ECS. The service `web` reads the secrets `db` and
/// `api`.</summary>
public sealed class OwnersFirstTests : IAsyncLifetime
{
    private const string Breaker = """{"deploymentConfiguration":{"deploymentCircuitBreaker":{"enable":true,"rollback":true}}}""";
    private const string BlueGreen = """{"deploymentConfiguration":{"strategy":"BLUE_GREEN","bakeTimeInMinutes":30}}""";
    private Account _account = null!;
    private string _db = "";
    private string _api = "";

    /// <summary>What is done before and after the secret changes, and how often `web` is deployed then, in the state and with the
    /// reason.</summary>
    public static TheoryData<string, string, string, string, int, string, string> Cases => new()
    {
        { "a release bakes", BlueGreen, "release", "", 0, "Rolling", "ForeignDeployment" },
        { "a release has baked", BlueGreen, "release", "settle", 1, "Fresh", "AlreadyFresh" },
        { "a canary bakes", """{"deploymentConfiguration":{"strategy":"CANARY","bakeTimeInMinutes":30}}""", "release", "", 0, "Rolling",
            "ForeignDeployment" },
        { "a linear shift", """{"deploymentConfiguration":{"strategy":"LINEAR","bakeTimeInMinutes":30}}""", "release", "", 0, "Rolling",
            "ForeignDeployment" },
        { "a release never ends", """{"desiredCount":1,"deploymentConfiguration":{"minimumHealthyPercent":100,"maximumPercent":100}}""",
            "release", "settle", 0, "Failed", "RollingOut" },
        { "a release fails for ever", "{}", "break,release", "settle", 0, "Partial", "ForeignDeploymentStuck" },
        { "a person rolls back", BlueGreen, "", "roll back,settle", 1, "Partial", "StoppedByOperator" },
        { "the next change after a person's rollback", BlueGreen, "", "roll back,settle,change,settle", 2, "Fresh", "AlreadyFresh" },
        { "the breaker rolls back", Breaker, "break", "settle", 1, "Halted", "Halted" },
        { "the next change after the breaker", Breaker, "break", "settle,repair,change,settle", 2, "Fresh", "AlreadyFresh" },
        { "an operator resumes after the breaker", Breaker, "break", "settle,repair,by hand,settle", 2, "Fresh", "AlreadyFresh" },
        { "an operator resumes by tag", Breaker, "break", "settle,repair,resume,settle", 2, "Fresh", "AlreadyFresh" },
        { "nothing runs", """{"desiredCount":0}""", "", "settle", 0, "NoConsumers", "NoRunningTasks" },
        { "a new tag", "{}", "", "settle,tag,settle", 1, "Unverified", "Unverified" },
        { "the other secret is deleted", "{}", "delete api", "settle", 0, "Partial", "SecretMissing" },
        { "the revision is deregistered", "{}", "deregister", "settle", 0, "Partial", "RevisionDeregistered" },
        { "the window is closed", """{"tags":[{"key":"rotation:window","value":"x x 30 2 x"}]}""", "", "settle", 0, "Deferred",
            "WindowClosed" },
        { "the window opens", """{"tags":[{"key":"rotation:window","value":"x x 30 2 x"}]}""", "", "open,settle", 1, "Fresh",
            "AlreadyFresh" },
        { "the window is not one", """{"tags":[{"key":"rotation:window","value":"nights"}]}""", "", "settle", 0, "Partial",
            "WindowNotUnderstood" },
        { "opted out", """{"tags":[{"key":"rotation:redeploy","value":"false"}]}""", "", "settle", 0, "Partial", "OptedOut" },
        { "CodeDeploy deploys", """{"deploymentController":{"type":"CODE_DEPLOY"}}""", "", "settle", 0, "Partial", "CodeDeployController" },
    };

    public async Task InitializeAsync()
    {
        _account = await Account.StartAsync();
        (_db, _api) = (await _account.StoreAsync("db"), await _account.StoreAsync("api"));
    }

    public async Task DisposeAsync() => await _account.DisposeAsync();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Its_owner_comes_first(
        string name, string service, string before, string after, int deployments, string state, string reason)
    {
        await _account.CreateAsync("web", [_db, _api], service);
        Wait();
        await DoAsync(before);

        await DoAsync("change");
        await DoAsync(after);

        _account.Redeployed.Count.ShouldBe(deployments, name);
        var report = _account.ReportOf(_db)!;
        ((string?)report["state"], (string?)report["services"]![0]!["reason"], (bool)report["final"]!)
            .ShouldBe((state, reason, state != "Rolling"), name);
        var finals = _account.Bus.DetailsOf("Secret Consumers Status")
            .Where(one => (bool)one["final"]! && (string)one["secret"]! == _db).ToList();
        finals.Where(one => !(bool)one["reminder"]!).Select(one => $"{one["id"]}").ShouldBeUnique();
        finals.Select(one => $"{one["id"]}").Distinct().Count().ShouldBe(
            state == "Rolling" ? 0 : 1 + after.Split(',').Intersect(["change", "by hand", "resume", "tag", "open"]).Count(),
            string.Join(", ", finals.Select(one => one["id"])));
        _account.Bus.Entries.Select(entry => entry.DetailType).Distinct().SelectMany(_account.Bus.DetailsOf).Count()
            .ShouldBe(_account.Bus.Entries.Count, "each fits its schema");
    }

    [Fact]
    public async Task A_deployment_that_cannot_move_is_warned_of_and_explained()
    {
        await _account.CreateAsync(
            "web", [_db], """{"desiredCount":1,"deploymentConfiguration":{"minimumHealthyPercent":50,"maximumPercent":100}}""");
        Wait();

        await DoAsync("change");
        _account.ReportOf(_db)!["services"]![0]!["warnings"]!.ToJsonString().ShouldContain("CannotMove");
        await DoAsync("settle");

        var report = _account.ReportOf(_db)!;
        ((string?)report["state"]).ShouldBe("Failed");
        ((string?)report["services"]![0]!["ecsReason"]).ShouldNotBeNull()
            .ShouldContain("was unable to stop or start tasks during a deployment");
        ((string?)report["services"]![0]!["likelyCause"]).ShouldNotBeNull().ShouldContain("Lower minimumHealthyPercent");
    }

    [Fact]
    public async Task A_deployment_that_does_not_show_yet_is_not_begun_again()
    {
        await _account.CreateAsync("web", [_db]);
        Wait();

        await DoAsync("change");
        await _account.BatchAsync(Fixture.Sweep(_account.Clock.GetUtcNow()));

        _account.Redeployed.ShouldBe(["web"]);
    }

    [Fact]
    public async Task Stop_tasks_keeps_the_target_and_gives_up()
    {
        await _account.CreateAsync("web", [_db], """{"desiredCount":6,"tags":[{"key":"rotation:redeploy","value":"stop-tasks"}]}""");
        Wait();
        var (stops, fewest) = (0, 6);
        _account.Before = call =>
        {
            stops += call.Operation == "StopTask" ? 1 : 0;
            fewest = Math.Min(fewest, _account.Tasks("web").Count(task => task.LastStatus == "RUNNING"));
        };

        await DoAsync("break,change,settle");

        (stops, fewest, (string?)_account.ReportOf(_db)!["state"]).ShouldBe((1, 5, "Failed"));

        await DoAsync("repair,change,settle");

        (fewest, (string?)_account.ReportOf(_db)!["state"]).ShouldBe((5, "Fresh"));
        _account.Redeployed.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_value_that_changes_every_minute_does_not_restart_its_service_all_day(bool isParameter)
    {
        const string Parameter = "arn:aws:ssm:eu-west-1:123456789012:parameter/rate";
        await _account.CreateAsync("web", isParameter ? [] : [_db]);
        await _account.TagAsync("web", "rotation:secrets", isParameter ? Parameter : "");
        Wait();
        for (var minute = 0; minute < 240; minute++)
        {
            if (isParameter)
            {
                var now = _account.Clock.GetUtcNow();
                await _account.BatchAsync([.. _account.TakeEvents(), .. _account.TakeMessages(), Fixture.Event(
                    "aws.ssm", "Parameter Store Change", now, [Parameter], new() { ["name"] = "rate", ["operation"] = "Update" })]);
            }
            else
            {
                await DoAsync("change");
            }

            _account.Pass(minutes: 1);
        }

        _account.Redeployed.Count.ShouldBeInRange(2, 9);
        _account.Queue.Sent.ShouldAllBe(message => message.Body.Length < 1000);
        await DoAsync("settle");

        var reports = _account.Bus.DetailsOf("Secret Consumers Status").ToList();
        reports.ShouldContain(detail => detail.ToJsonString().Contains("RestartLoop"));
        reports.Select(report => (string)report["state"]!).Distinct().ShouldBe(["Rolling", "Fresh"], "no alarm comes and goes");
        ((string?)reports[^1]["state"], (bool)reports[^1]["final"]!).ShouldBe(("Fresh", true));
    }

    private void Wait()
    {
        _account.Pass(minutes: 600);
        _account.TakeEvents();
    }

    private async Task DoAsync(string steps)
    {
        foreach (var step in steps.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (step)
            {
                case "release":
                    await _account.DeployAsync("web", await _account.DefineAsync("web", _db, _api));
                    break;
                case "roll back":
                    await _account.RollBackAsync("web");
                    break;
                case "break" or "repair":
                    _account.Break(_db, step == "break");
                    break;
                case "change":
                    await _account.PutAsync(_db, Guid.NewGuid().ToString());
                    _account.Pass(minutes: 0.2);
                    await _account.BatchAsync([.. _account.TakeEvents()]);
                    break;
                case "delete api":
                    await _account.SecretAsync("DeleteSecret", new() { ["SecretId"] = _api, ["RecoveryWindowInDays"] = 7 });
                    break;
                case "deregister":
                    await _account.EcsAsync("DeregisterTaskDefinition", new() { ["taskDefinition"] = "web:1" });
                    break;
                case "open":
                    await _account.TagAsync("web", "rotation:window", "0-59 0+1-23 x x SUN-SAT Europe/Berlin");
                    break;
                case "resume" or "tag":
                    var value = $"{_account.Clock.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}";
                    await _account.SecretAsync("TagResource", new()
                    {
                        ["SecretId"] = _db,
                        ["Tags"] = new JsonArray(
                            new JsonObject { ["Key"] = step == "resume" ? "rotation:resume" : "reviewed", ["Value"] = value }),
                    });
                    break;
                case "by hand":
                    await _account.InvokeAsync(new JsonObject { ["secretId"] = _db });
                    break;
                default:
                    await _account.SettleAsync(rounds: 6);
                    break;
            }
        }
    }
}
