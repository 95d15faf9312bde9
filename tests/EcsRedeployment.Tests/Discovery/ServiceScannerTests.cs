using System.Net;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime;
using RotationLambdas.EcsRedeployment.Options;
using RotationLambdas.EcsRedeployment.Tests.Fakes;
using static RotationLambdas.EcsRedeployment.Tests.Fakes.World;
using Task = System.Threading.Tasks.Task;

namespace RotationLambdas.EcsRedeployment.Tests.Discovery;

public sealed class ServiceScannerTests
{
    private readonly World _world = new();

    [Fact]
    public async Task Calls_are_as_few_as_they_can_be()
    {
        var definition = _world.Ecs.Define("app", _world.Db.ARN);
        for (var cluster = 0; cluster < 3; cluster++)
        {
            for (var service = 0; service < 25; service++)
            {
                _world.Ecs.Add($"c{cluster}", $"s{cluster}-{service}", definition, Yesterday);
            }
        }

        await _world.BatchAsync(_world.RotateDb());

        _world.Ecs.CountOf("ListClusters").ShouldBe(1);
        _world.Ecs.CountOf("ListServices").ShouldBe(3);
        _world.Ecs.CountOf("DescribeServices").ShouldBe(9);
        _world.Ecs.CountOf("DescribeTaskDefinition").ShouldBe(1);
        _world.Ecs.CountOf("ListTasks").ShouldBe(0);
        _world.Ecs.CountOf("UpdateService").ShouldBe(75);
        _world.Secrets.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task More_than_a_page_of_clusters_and_services_is_seen()
    {
        var definition = _world.Ecs.Define("app");
        for (var i = 0; i < 101; i++)
        {
            _world.Ecs.Add($"c{i}", $"s{i}", definition, Yesterday);
            _world.Ecs.Add("big", $"b{i}", definition, Yesterday);
        }

        _world.Ecs.Add("big", "last", _world.Ecs.Define("last", _world.Db.ARN), Yesterday);

        await _world.BatchAsync(_world.RotateDb());

        _world.Redeployed.ShouldBe(["last"]);
        _world.Metric("ServicesScanned").ShouldBe(203);
    }

    [Fact]
    public async Task A_cluster_that_is_deleted_during_the_look_is_no_problem()
    {
        AddWeb();
        _world.Ecs.Add("gone", "other", _world.Ecs.Define("other", _world.Db.ARN), Yesterday);
        _world.Ecs.Before = (operation, subject) =>
        {
            if (operation == "DescribeServices" && subject.EndsWith("/gone", StringComparison.Ordinal))
            {
                throw new ClusterNotFoundException("Cluster not found.") { ErrorCode = "ClusterNotFoundException" };
            }
        };

        (await _world.BatchAsync(_world.RotateDb())).ShouldBeEmpty();

        _world.Redeployed.ShouldBe(["web"]);
        _world.Logger.Text.ShouldContain("cluster/gone was gone");
    }

    [Fact]
    public async Task A_service_that_is_missing_from_the_answer_is_no_problem()
    {
        var web = AddWeb();
        _world.Ecs.Add("blue", "vanished", web.TaskDefinition, Yesterday);
        _world.Ecs.After = (operation, _) =>
        {
            if (operation == "ListServices")
            {
                _world.Ecs.Clusters["blue"].RemoveAll(service => service.ServiceName == "vanished");
            }
        };

        (await _world.BatchAsync(_world.RotateDb())).ShouldBeEmpty();

        _world.Redeployed.ShouldBe(["web"]);
    }

    [Fact]
    public async Task A_service_that_Amazon_ECS_fails_to_describe_sends_the_message_back_and_is_dealt_with_then()
    {
        var web = AddWeb();
        _world.Ecs.Add("blue", "api", web.TaskDefinition, Yesterday);
        _world.Ecs.Undescribed[web.ServiceArn] = "INTERNAL";

        (await _world.BatchAsync(_world.RotateDb())).ShouldBe(["m0"]);
        _world.Redeployed.ShouldBe(["api"]);
        _world.Logger.Text.ShouldContain($"did not describe {web.ServiceArn}: INTERNAL");

        _world.Ecs.Undescribed.Clear();
        (await _world.RedeliverAsync(2, LabelUpdated(_world.Db.ARN, Noon.AddSeconds(-10)))).ShouldBeEmpty();
        _world.Redeployed.ShouldBe(["api", "web"]);
    }

    [Fact]
    public async Task A_task_definition_that_cannot_be_described_sends_the_message_back_and_stops_no_other_service()
    {
        AddWeb();
        _world.Ecs.Add("blue", "other", _world.Ecs.Define("other", _world.Db.ARN), Yesterday);
        _world.Ecs.Before = (operation, subject) =>
        {
            if (operation == "DescribeTaskDefinition" && subject.Contains("/other:", StringComparison.Ordinal))
            {
                throw new ClientException("Unable to describe task definition.") { ErrorCode = "ClientException" };
            }
        };

        (await _world.BatchAsync(_world.RotateDb())).ShouldBe(["m0"]);
        _world.Redeployed.ShouldBe(["web"]);

        _world.Ecs.Before = (_, _) => { };
        (await _world.RedeliverAsync(2, LabelUpdated(_world.Db.ARN, Noon.AddSeconds(-10)))).ShouldBeEmpty();
        _world.Redeployed.ShouldBe(["other", "web"]);
    }

    [Fact]
    public async Task A_missing_permission_to_look_is_named()
    {
        AddWeb();
        _world.Ecs.Before = (operation, _) =>
        {
            if (operation == "ListServices")
            {
                throw FakeEcs.Denied(operation);
            }
        };

        (await _world.BatchAsync(_world.RotateDb())).ShouldBe(["m0"]);

        _world.Logger.Text.ShouldContain("Add ecs:ListServices to its policy.");
    }

    [Fact]
    public async Task A_service_that_fails_for_the_moment_sends_the_message_back()
    {
        AddWeb();
        _world.Ecs.Before = (operation, _) =>
        {
            if (operation == "DescribeServices")
            {
                throw new AmazonECSException("Service Unavailable", ErrorType.Receiver, "", "r", HttpStatusCode.ServiceUnavailable);
            }
        };

        (await _world.BatchAsync(_world.RotateDb())).ShouldBe(["m0"]);
    }

    [Fact]
    public async Task Named_clusters_are_looked_at_without_listing_any()
    {
        var world = new World(new RedeploymentOptions { Clusters = ClusterFilter.Read("blue")! });
        var definition = world.Ecs.Define("app", world.Db.ARN);
        world.Ecs.Add("blue", "web", definition, Yesterday);
        world.Ecs.Add("green", "api", definition, Yesterday);

        await world.BatchAsync(world.RotateDb());

        world.Redeployed.ShouldBe(["web"]);
        world.Ecs.CountOf("ListClusters").ShouldBe(0);
    }

    [Fact]
    public async Task The_task_definitions_of_all_deployments_count()
    {
        var web = _world.Ecs.Add("blue", "web", _world.Ecs.Define("new"), Yesterday);
        web.Deployments.Add(new Deployment
        {
            Id = "ecs-svc/old",
            Status = "ACTIVE",
            TaskDefinition = _world.Ecs.Define("old", _world.Db.ARN),
            CreatedAt = Yesterday.AddDays(-1).UtcDateTime,
            RunningCount = 1,
        });

        await _world.BatchAsync(_world.RotateDb());

        _world.Bus.DetailsOf("Secret Consumers Status").Single()["services"]![0]!["reason"]!.GetValue<string>().ShouldBe("RollingOut");
    }

    [Fact]
    public async Task Log_options_of_Service_Connect_count()
    {
        var web = _world.Ecs.Add("blue", "web", _world.Ecs.Define("app"), Yesterday);
        web.Deployments[0].ServiceConnectConfiguration = new()
        {
            Enabled = true,
            LogConfiguration = new() { SecretOptions = [new() { Name = "token", ValueFrom = _world.Db.ARN }] },
        };

        await _world.BatchAsync(_world.RotateDb());

        _world.Redeployed.ShouldBe(["web"]);
    }

    [Fact]
    public async Task A_service_without_deployments_is_judged_by_its_own_task_definition()
    {
        var web = AddWeb();
        web.Deployments = null;
        web.CreatedAt = Yesterday.UtcDateTime;
        web.TaskSets = null;

        await _world.InvokeAsync(System.Text.Json.Nodes.JsonNode.Parse("""{"secretId":"db","dryRun":true}""")!);

        _world.Metric("ServicesScanned").ShouldBe(1);
    }

    [Fact]
    public async Task Forty_containers_are_read_to_the_last()
    {
        var arn = _world.Ecs.Define("many");
        _world.Ecs.Definitions[arn].ContainerDefinitions = [.. Enumerable.Range(0, 40).Select(i => new ContainerDefinition
        {
            Name = $"c{i}",
            Secrets = i == 39 ? [new() { Name = "S", ValueFrom = _world.Db.ARN }] : null,
        })];
        _world.Ecs.Add("blue", "many", arn, Yesterday);

        await _world.BatchAsync(_world.RotateDb());

        _world.Redeployed.ShouldBe(["many"]);
    }

    [Fact]
    public async Task A_malformed_reference_is_told_once_and_harms_nobody()
    {
        AddWeb();
        _world.Ecs.Add("blue", "broken", _world.Ecs.Define("broken", $"{_world.Db.ARN}:password"), Yesterday);

        (await _world.BatchAsync(_world.RotateDb())).ShouldBeEmpty();
        await _world.BatchAsync(_world.RotateDb());

        _world.Logger.Text.Split("cannot resolve").Length.ShouldBe(2);
    }

    private Service AddWeb() => _world.Ecs.Add("blue", "web", _world.Ecs.Define("web", _world.Db.ARN), Yesterday);
}
