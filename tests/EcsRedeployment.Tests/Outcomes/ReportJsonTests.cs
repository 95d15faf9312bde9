namespace RotationLambdas.EcsRedeployment.Tests.Outcomes;

public sealed class ReportJsonTests
{
    private static readonly ServiceSnapshot Service = Stale();
    private static readonly SecretFreshness Towards = Freshness.Of(Service, Change())!;

    [Fact]
    public void A_services_report_has_all_fields()
    {
        var plan = Plan with { Warnings = [new(WarningKind.PinnedVersion, "one"), new(WarningKind.SingleTaskStops, "web")] };
        var report = new ServiceReport(
            new(plan, RolloutOutcome.Failed, "It did not work.") { DeploymentId = "ecs-svc/1" }, Towards, ServiceState.Failed)
        {
            Cause = new("what Amazon ECS reports", "what is behind it"),
        };

        Json(report).ToJsonString().ShouldBe(new JsonObject
        {
            ["service"] = Service.Arn,
            ["cluster"] = Service.Cluster,
            ["state"] = "Failed",
            ["decision"] = "Redeploy",
            ["reason"] = "Stale",
            ["explanation"] = ReasonText.Of(Reason.Stale),
            ["message"] = "It did not work.",
            ["deploymentId"] = "ecs-svc/1",
            ["ecsReason"] = "what Amazon ECS reports",
            ["likelyCause"] = "what is behind it",
            ["warnings"] = new JsonArray(
                new JsonObject { ["kind"] = "PinnedVersion", ["subject"] = "one" },
                new JsonObject { ["kind"] = "SingleTaskStops", ["subject"] = "web" }),
        }.ToJsonString());
    }

    [Fact]
    public void What_is_not_known_of_a_service_has_no_member() =>
        Json(Report(ServiceState.Rolling)).Select(member => member.Key)
            .ShouldBe(["service", "cluster", "state", "decision", "reason", "explanation"]);

    [Theory]
    [InlineData("d-ABC123", true)]
    [InlineData("d-ABC123; reboot", false)]
    [InlineData("", false)]
    public void A_service_of_CodeDeploy_is_reported_with_the_command(string deployment, bool isNamed)
    {
        var service = Service with { Units = [Service.Units[0] with { ExternalId = deployment }] };
        var plan = Plan with { Service = service, Reason = Reason.CodeDeployController };
        var report = new ServiceReport(new(plan, RolloutOutcome.NotTried), Towards, ServiceState.NeedsAttention);

        Json(report)["explanation"]!.ToString().EndsWith($"--deployment-id {deployment}", StringComparison.Ordinal).ShouldBe(isNamed);
    }

    [Fact]
    public void A_secrets_report_has_time_counts_and_as_many_services_as_fit()
    {
        var secret = new SecretReport(
            new ChangeOrigin(Change(), null, []), [Report(ServiceState.Failed), Report(ServiceState.Rolling), Report(ServiceState.Rolling)],
            new ScanScope([], 3, false, []));

        var json = JsonNode.Parse(ReportJson.Text(ReportJson.Of(secret, Changed.AddSeconds(90), mostServices: 2)))!;

        json["secret"]!.GetValue<string>().ShouldBe(SecretArn);
        json["state"]!.GetValue<string>().ShouldBe("Rolling");
        json["changedAt"]!.GetValue<DateTimeOffset>().ShouldBe(Changed);
        json["secondsSinceChange"]!.GetValue<double>().ShouldBe(90);
        json["counts"]!.ToJsonString()
            .ShouldBe(
                """{"NotConcerned":0,"Fresh":0,"Unverified":0,"Excluded":0,"Deferred":0,"Rolling":2,"NeedsAttention":0,"Overdue":0,"Failed":1,"Halted":0}""");
        json["services"]!.AsArray().Count.ShouldBe(2);
        json["servicesLeftOut"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public void No_service_is_left_out_where_all_fit()
    {
        var secret = new SecretReport(new ChangeOrigin(Change(), null, []), [Report(ServiceState.Fresh)], new ScanScope([], 3, false, []));

        JsonNode.Parse(ReportJson.Text(ReportJson.Of(secret, Changed, mostServices: 2)))!["servicesLeftOut"]!.GetValue<int>().ShouldBe(0);
    }

    private static ServicePlan Plan => new(Service, Decision.Redeploy, Reason.Stale, [Towards], []);

    private static ServiceReport Report(ServiceState state) => new(new(Plan, RolloutOutcome.Done), Towards, state);

    private static JsonObject Json(ServiceReport report) => JsonNode.Parse(ReportJson.Text(ReportJson.Of(report, null)))!.AsObject();
}
