using System.Net;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime;
using RotationLambdas.EcsRedeployment.Options;
using RotationLambdas.EcsRedeployment.Tests.Fakes;
using static RotationLambdas.EcsRedeployment.Tests.Fakes.Fixture;
using Task = System.Threading.Tasks.Task;

namespace RotationLambdas.EcsRedeployment.Tests.Discovery;

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
        _world.Logger.Text.ShouldContain("cluster/gone was deleted during the scan");
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
    public async Task A_missing_permission_is_reported_and_not_redelivered()
    {
        AddWeb();
        _world.Ecs.Before = (operation, _) =>
        {
            if (operation == "ListServices")
            {
                throw FakeEcs.Denied(operation);
            }
        };

        (await _world.BatchAsync(_world.RotateDb())).ShouldBeEmpty();

        _world.Logger.Text.ShouldContain("Add ecs:ListServices to the policy of the function's role.");
    }

    [Fact]
    public async Task A_missing_permission_for_one_cluster_stops_no_other()
    {
        AddWeb();
        _world.Ecs.Add("green", "api", _world.Ecs.Define("api", _world.Db.ARN), Yesterday);
        _world.Ecs.Before = (operation, subject) =>
        {
            if (operation == "ListServices" && subject.EndsWith("/blue", StringComparison.Ordinal))
            {
                throw new AmazonECSException(
                    "User: arn:aws:sts::123456789012:assumed-role/r/f is not authorized to perform: ecs:ListServices on resource: * with "
                        + "an explicit deny in a "
                    + "service control policy", ErrorType.Sender, "AccessDeniedException", "r", HttpStatusCode.BadRequest);
            }
        };

        (await _world.BatchAsync(_world.RotateDb())).ShouldBeEmpty();

        _world.Redeployed.ShouldBe(["api"]);
        _world.Logger.Text.ShouldContain("with an explicit deny in a service control policy");
        _world.Logger.Text.ShouldContain("A service control policy of the organization decides about ecs:ListServices");
        _world.Ecs.CountOf("ListServices").ShouldBe(2);
    }

    [Fact]
    public async Task One_refused_page_is_retried_alone()
    {
        for (var i = 0; i < 250; i++)
        {
            _world.Ecs.Add("blue", $"s{i}", _world.Ecs.Define("web", _world.Db.ARN), Yesterday);
        }

        var refused = 0;
        _world.Ecs.Before = (operation, _) =>
        {
            if (operation == "DescribeServices" && Interlocked.Increment(ref refused) is 3)
            {
                throw FakeEcs.Throttled();
            }
        };

        (await _world.BatchAsync(_world.RotateDb())).ShouldBeEmpty();

        _world.Redeployed.Count.ShouldBe(250);
        _world.Ecs.CountOf("ListServices").ShouldBe(3);
        _world.Ecs.CountOf("DescribeServices").ShouldBe(26 + 250);
    }

    [Theory]
    [InlineData("blue,typo", "typo")]
    [InlineData("blue,pord-*", "pord-*")]
    public async Task A_name_of_no_cluster_is_an_error(string clusters, string wrong)
    {
        var fixture = new Fixture(new RedeploymentOptions { Clusters = ClusterFilter.Read(clusters)! });
        fixture.Ecs.Add("blue", "web", fixture.Ecs.Define("web", fixture.Db.ARN), Yesterday);

        (await fixture.BatchAsync(fixture.RotateDb())).ShouldBeEmpty();

        fixture.Redeployed.ShouldBe(["web"]);
        fixture.Logger.Text.ShouldContain($"ECS_CLUSTERS names '{wrong}', and no cluster of this account and Region has that name.");
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
