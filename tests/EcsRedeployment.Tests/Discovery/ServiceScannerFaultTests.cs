using Amazon.ECS;
using Amazon.ECS.Model;

namespace RotationLambdas.EcsRedeployment.Tests.Discovery;

public sealed class ServiceScannerFaultTests
{
    private readonly Fixture _fixture = new();

    [Fact]
    public async Task A_cluster_deleted_during_the_scan_is_ignored()
    {
        _fixture.Add();
        _fixture.Ecs.Add("missing", "other", _fixture.Ecs.Define("other", _fixture.Db.ARN), Yesterday);
        _fixture.Ecs.Before = Refusing(
            "DescribeServices", new ClusterNotFoundException("Cluster not found.") { ErrorCode = "ClusterNotFoundException" }, "/missing");

        (await _fixture.BatchAsync(_fixture.RotateDb())).ShouldBeEmpty();

        _fixture.Redeployed.ShouldBe(["web"]);
        _fixture.Logger.Text.ShouldContain("cluster/missing was deleted during the scan");
    }

    [Fact]
    public async Task A_service_that_is_missing_from_the_answer_is_no_problem()
    {
        var web = _fixture.Add();
        _fixture.Ecs.Add("blue", "vanished", web.TaskDefinition, Yesterday);
        _fixture.Ecs.After = On(
            "ListServices", () => _fixture.Ecs.Clusters["blue"].RemoveAll(service => service.ServiceName == "vanished"));

        (await _fixture.BatchAsync(_fixture.RotateDb())).ShouldBeEmpty();

        _fixture.Redeployed.ShouldBe(["web"]);
    }

    [Fact]
    public async Task A_service_that_cannot_be_described_is_retried()
    {
        var web = _fixture.Add();
        _fixture.Ecs.Add("blue", "api", web.TaskDefinition, Yesterday);
        _fixture.Ecs.Undescribed[web.ServiceArn] = "INTERNAL";

        (await _fixture.BatchAsync(_fixture.RotateDb())).ShouldBe(["m0"]);
        _fixture.Redeployed.ShouldBe(["api"]);
        _fixture.Logger.Text.ShouldContain($"did not describe {web.ServiceArn}: INTERNAL");

        _fixture.Ecs.Undescribed.Clear();
        (await _fixture.RedeliverAsync(2, LabelUpdated(_fixture.Db.ARN, Noon.AddSeconds(-10)))).ShouldBeEmpty();
        _fixture.Redeployed.ShouldBe(["api", "web"]);
    }

    [Fact]
    public async Task An_unreadable_task_definition_affects_its_service_only()
    {
        _fixture.Add();
        _fixture.Ecs.Add("blue", "other", _fixture.Ecs.Define("other", _fixture.Db.ARN), Yesterday);
        _fixture.Ecs.Before = Refusing("DescribeTaskDefinition",
            new ClientException("Unable to describe task definition.") { ErrorCode = "ClientException" }, "/other:");

        (await _fixture.BatchAsync(_fixture.RotateDb())).ShouldBeEmpty("a retry would be refused, too");
        _fixture.Redeployed.ShouldBe(["web"]);

        _fixture.Ecs.Before = (_, _) => { };
        (await _fixture.BatchAsync(Sweep(Noon))).ShouldBeEmpty();
        _fixture.Redeployed.ShouldBe(["other", "web"]);
    }

    [Fact]
    public async Task A_missing_permission_is_reported_and_not_redelivered()
    {
        _fixture.Add();
        _fixture.Ecs.Before = Refusing("ListServices", FakeEcs.Denied("ListServices"));

        (await _fixture.BatchAsync(_fixture.RotateDb())).ShouldBeEmpty();

        _fixture.Logger.Text.ShouldContain("Add ecs:ListServices to the policy of the function's role.");
        var last = _fixture.Bus.DetailsOf("Secret Consumers Status").ShouldHaveSingleItem();
        ((string)last["state"]!, (bool)last["final"]!).ShouldBe(("Partial", true), "no service was read, which is not no consumer");
        ((string)last["scope"]!["unreadable"]![0]!).ShouldStartWith("AWS refused ecs:ListServices");
    }

    [Theory]
    [InlineData("b*", 1)]
    [InlineData("blue", 0)]
    public async Task A_cluster_outside_the_setting_is_never_touched(string clusters, int lists)
    {
        var fixture = new Fixture(new RedeploymentOptions { Clusters = ClusterFilter.Read(clusters)!, QueueUrl = new(FakeQueue.Url) });
        var definition = fixture.Ecs.Define("web", fixture.Db.ARN);
        var web = fixture.Ecs.Add("blue", "web", definition, Yesterday);
        var outside = fixture.Ecs.Add("green", "web", definition, Yesterday);
        await fixture.BatchAsync(fixture.RotateDb());
        fixture.Ecs.Complete(web);

        (await fixture.BatchAsync(
            DeploymentEnded(outside.ServiceArn, "SERVICE_DEPLOYMENT_FAILED", Noon),
            DeploymentEnded(web.ServiceArn, "SERVICE_DEPLOYMENT_COMPLETED", Noon))).ShouldBeEmpty();

        fixture.Ecs.Calls.Where(call => call.Subject.Contains("green", StringComparison.Ordinal)).ShouldBeEmpty();
        fixture.Ecs.CountOf("ListClusters").ShouldBe(lists);
        var last = fixture.Bus.DetailsOf("Secret Consumers Status").Last();
        last["state"]!.ToString().ShouldBe("Fresh");
        last["scope"]!["clusters"]!.AsArray().ShouldHaveSingleItem()!.ToString().ShouldEndWith("blue");
    }

    [Fact]
    public async Task A_missing_permission_for_one_cluster_stops_no_other()
    {
        _fixture.Add();
        _fixture.Ecs.Add("green", "api", _fixture.Ecs.Define("api", _fixture.Db.ARN), Yesterday);
        _fixture.Ecs.Before = Refusing("ListServices", new AmazonECSException(
            "User: arn:aws:sts::123456789012:assumed-role/r/f is not authorized to perform: ecs:ListServices on resource: * with an "
                + "explicit deny in a service control policy", ErrorType.Sender, "AccessDeniedException", "r", HttpStatusCode.BadRequest),
            "/blue");

        (await _fixture.BatchAsync(_fixture.RotateDb())).ShouldBeEmpty();

        _fixture.Redeployed.ShouldBe(["api"]);
        _fixture.Logger.Text.ShouldContain("with an explicit deny in a service control policy");
        _fixture.Logger.Text.ShouldContain("A service control policy of the organization decides about ecs:ListServices");
        _fixture.Ecs.CountOf("ListServices").ShouldBe(2);
    }

    [Fact]
    public async Task One_refused_page_is_retried_alone()
    {
        for (var i = 0; i < 250; i++)
        {
            _fixture.Ecs.Add("blue", $"s{i}", _fixture.Ecs.Define("web", _fixture.Db.ARN), Yesterday);
        }

        var refused = 0;
        _fixture.Ecs.Before = (operation, _) =>
        {
            if (operation == "DescribeServices" && Interlocked.Increment(ref refused) is 3)
            {
                throw FakeEcs.Throttled();
            }
        };

        (await _fixture.BatchAsync(_fixture.RotateDb())).ShouldBeEmpty();

        _fixture.Redeployed.Count.ShouldBe(250);
        _fixture.Ecs.CountOf("ListServices").ShouldBe(3);
        _fixture.Ecs.CountOf("DescribeServices").ShouldBe(26 + 250);
    }

    [Theory]
    [InlineData("blue,typo", "typo")]
    [InlineData("blue,pord-*", "pord-*")]
    public async Task A_name_of_no_cluster_is_an_error(string clusters, string wrong)
    {
        var fixture = new Fixture(new RedeploymentOptions { Clusters = ClusterFilter.Read(clusters)! });
        fixture.Add();

        (await fixture.BatchAsync(fixture.RotateDb())).ShouldBeEmpty();

        fixture.Redeployed.ShouldBe(["web"]);
        fixture.Logger.Text.ShouldContain($"ECS_CLUSTERS names '{wrong}', and no cluster of this account and Region has that name.");
    }

    [Fact]
    public async Task A_service_that_fails_for_the_moment_sends_the_message_back()
    {
        _fixture.Add();
        _fixture.Ecs.Before = Refusing("DescribeServices",
            new AmazonECSException("Service Unavailable", ErrorType.Receiver, "", "r", HttpStatusCode.ServiceUnavailable));

        (await _fixture.BatchAsync(_fixture.RotateDb())).ShouldBe(["m0"]);
    }
}
