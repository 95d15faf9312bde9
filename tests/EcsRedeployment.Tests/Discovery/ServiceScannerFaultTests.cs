using System.Net;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime;
using RotationLambdas.EcsRedeployment.Tests.Fakes;
using static RotationLambdas.EcsRedeployment.Tests.Fakes.Fixture;
using Task = System.Threading.Tasks.Task;

namespace RotationLambdas.EcsRedeployment.Tests.Discovery;

/// <summary>A look at services that does not see all of them.</summary>
public sealed class ServiceScannerFaultTests
{
    private readonly Fixture _world = new();

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

    private Service AddWeb() => _world.Ecs.Add("blue", "web", _world.Ecs.Define("web", _world.Db.ARN), Yesterday);
}
