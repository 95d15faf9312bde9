using Amazon.ECS.Model;

namespace RotationLambdas.EcsRedeployment.Tests.Discovery;

public sealed class ServiceScannerTests
{
    private readonly Fixture _fixture = new();

    [Fact]
    public async Task Calls_are_as_few_as_they_can_be()
    {
        var definition = _fixture.Ecs.Define("app", _fixture.Db.ARN);
        for (var cluster = 0; cluster < 3; cluster++)
        {
            for (var service = 0; service < 25; service++)
            {
                _fixture.Ecs.Add($"c{cluster}", $"s{cluster}-{service}", definition, Yesterday);
            }
        }

        await _fixture.BatchAsync(_fixture.RotateDb());

        _fixture.Ecs.CountOf("ListClusters").ShouldBe(1);
        _fixture.Ecs.CountOf("ListServices").ShouldBe(3);
        _fixture.Ecs.CountOf("DescribeServices").ShouldBe(9 + 75, "a service is read once more right before it is deployed");
        _fixture.Ecs.CountOf("DescribeTaskDefinition").ShouldBe(1);
        (_fixture.Ecs.CountOf("ListTasks"), _fixture.Ecs.CountOf("ListServiceDeployments")).ShouldBe((0, 0));
        _fixture.Ecs.CountOf("UpdateService").ShouldBe(75);
        _fixture.Secrets.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task More_than_a_page_of_clusters_and_services_is_seen()
    {
        var definition = _fixture.Ecs.Define("app");
        for (var i = 0; i < 101; i++)
        {
            _fixture.Ecs.Add($"c{i}", $"s{i}", definition, Yesterday);
            _fixture.Ecs.Add("big", $"b{i}", definition, Yesterday);
        }

        _fixture.Ecs.Add("big", "last", _fixture.Ecs.Define("last", _fixture.Db.ARN), Yesterday);

        await _fixture.BatchAsync(_fixture.RotateDb());

        _fixture.Redeployed.ShouldBe(["last"]);
        _fixture.Metric("ServicesScanned").ShouldBe(203);
    }

    [Fact]
    public async Task The_task_definitions_of_all_deployments_count()
    {
        var web = _fixture.Ecs.Add("blue", "web", _fixture.Ecs.Define("new"), Yesterday);
        web.Deployments.Add(new Deployment
        {
            Id = "ecs-svc/old",
            Status = "ACTIVE",
            TaskDefinition = _fixture.Ecs.Define("old", _fixture.Db.ARN),
            CreatedAt = Yesterday.AddDays(-1).UtcDateTime,
            RunningCount = 1,
        });

        await _fixture.BatchAsync(_fixture.RotateDb());

        _fixture.Bus.DetailsOf("Secret Consumers Status").Single()["services"]![0]!["reason"]!.GetValue<string>().ShouldBe("RollingOut");
    }

    [Fact]
    public async Task Log_options_of_Service_Connect_count()
    {
        var web = _fixture.Ecs.Add("blue", "web", _fixture.Ecs.Define("app"), Yesterday);
        web.Deployments[0].ServiceConnectConfiguration = new()
        {
            Enabled = true,
            LogConfiguration = new() { SecretOptions = [new() { Name = "token", ValueFrom = _fixture.Db.ARN }] },
        };

        await _fixture.BatchAsync(_fixture.RotateDb());

        _fixture.Redeployed.ShouldBe(["web"]);
    }

    [Fact]
    public async Task A_service_without_deployments_is_judged_by_its_own_task_definition()
    {
        var web = _fixture.Add();
        web.Deployments = null;
        web.CreatedAt = Yesterday.UtcDateTime;
        web.TaskSets = null;

        await _fixture.InvokeAsync(System.Text.Json.Nodes.JsonNode.Parse("""{"secretId":"db","dryRun":true}""")!);

        _fixture.Metric("ServicesScanned").ShouldBe(1);
    }

    [Fact]
    public async Task A_malformed_reference_is_reported_once()
    {
        _fixture.Add();
        _fixture.Ecs.Add("blue", "broken", _fixture.Ecs.Define("broken", $"{_fixture.Db.ARN}:password"), Yesterday);

        (await _fixture.BatchAsync(_fixture.RotateDb())).ShouldBeEmpty();
        await _fixture.BatchAsync(_fixture.RotateDb());

        _fixture.Logger.Text.Split("cannot resolve").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_tag_that_names_no_secret_is_reported()
    {
        var web = _fixture.Add();
        web.Tags = [new() { Key = "rotation:secrets", Value = "arn:aws:secretsmanager:eu-west-1:123456789012:db" }];

        (await _fixture.BatchAsync(_fixture.RotateDb())).ShouldBeEmpty();

        _fixture.Redeployed.ShouldBe(["web"]);
        _fixture.Logger.Text.ShouldContain($"The service {web.ServiceArn} has a tag that names no secret. rotation:secrets: "
            + "'arn:aws:secretsmanager:eu-west-1:123456789012:db'");
    }
}
