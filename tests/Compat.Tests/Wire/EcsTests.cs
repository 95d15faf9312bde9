using Amazon.ECS;
using Amazon.ECS.Model;
using Task = System.Threading.Tasks.Task;

namespace RotationLambdas.Compat.Tests.Wire;

public class EcsTests
{
    [Fact]
    public async Task A_description_of_services_is_asked_for_and_read_in_camel_case()
    {
        await using var service = await ServiceStub.AnsweringAsync(Reply.Ok(
            """
            {"services":[{"serviceName":"web","desiredCount":2,"createdAt":1700000000.5,
              "deploymentController":{"type":"ECS"},"deployments":[{"id":"d1","status":"PRIMARY","rolloutState":"IN_PROGRESS",
              "serviceConnectConfiguration":{"enabled":true,"logConfiguration":{"logDriver":"awslogs",
              "secretOptions":[{"name":"t","valueFrom":"arn:s"}]}}}]}],
             "failures":[{"arn":"arn:missing","reason":"MISSING"}]}
            """));
        using var client = Client(service);

        var request = new DescribeServicesRequest { Cluster = "c", Services = ["web"], Include = ["TAGS"] };

        var reply = await client.DescribeServicesAsync(request);

        service.Request.Target.ShouldBe("AmazonEC2ContainerServiceV20141113.DescribeServices");
        service.Request.Headers["Authorization"].ShouldContain("/eu-west-1/ecs/aws4_request");
        service.Request.Body.ShouldBe("""{"cluster":"c","include":["TAGS"],"services":["web"]}""");
        var web = reply.Services.ShouldHaveSingleItem();
        web.DeploymentController.Type.ShouldBe(DeploymentControllerType.ECS);
        web.CreatedAt.ShouldBe(DateTime.UnixEpoch.AddSeconds(1700000000.5));
        var deployment = web.Deployments.ShouldHaveSingleItem();
        deployment.RolloutState.ShouldBe(DeploymentRolloutState.IN_PROGRESS);
        deployment.ServiceConnectConfiguration.LogConfiguration.SecretOptions.ShouldHaveSingleItem().ValueFrom.ShouldBe("arn:s");
        reply.Failures.ShouldHaveSingleItem().Reason.ShouldBe("MISSING");
    }

    [Fact]
    public async Task A_task_definition_shows_where_it_takes_its_secrets_from()
    {
        await using var service = await ServiceStub.AnsweringAsync(Reply.Ok(
            """
            {"taskDefinition":{"taskDefinitionArn":"arn:td:7","revision":7,"networkMode":"awsvpc",
              "containerDefinitions":[{"name":"app","essential":true,
              "secrets":[{"name":"DB","valueFrom":"arn:secret:password::"}],"environment":[{"name":"A","value":"b"}],
              "dockerLabels":{"x":"y"},"repositoryCredentials":{"credentialsParameter":"arn:repo"},
              "logConfiguration":{"logDriver":"awsfirelens","options":{"k":"v"},"secretOptions":[]}}]}}
            """));
        using var client = Client(service);

        var reply = await client.DescribeTaskDefinitionAsync(new DescribeTaskDefinitionRequest { TaskDefinition = "td" });

        var app = reply.TaskDefinition.ContainerDefinitions.ShouldHaveSingleItem();
        app.Secrets.ShouldHaveSingleItem().ValueFrom.ShouldBe("arn:secret:password::");
        app.Environment.ShouldHaveSingleItem().Value.ShouldBe("b");
        app.RepositoryCredentials.CredentialsParameter.ShouldBe("arn:repo");
        app.LogConfiguration.SecretOptions.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_update_sends_what_is_set_and_nothing_else()
    {
        await using var service = await ServiceStub.AnsweringAsync(Reply.Ok("""{"service":{"serviceName":"web"}}"""), Reply.Ok("{}"));
        using var client = Client(service);

        await client.UpdateServiceAsync(new UpdateServiceRequest { Cluster = "c", Service = "web", ForceNewDeployment = true });
        await client.UpdateServiceAsync(new UpdateServiceRequest
        {
            Service = "web",
            DesiredCount = 0,
            TaskDefinition = "td:7",
        });

        service.Requests.First().Body.ShouldBe("""{"cluster":"c","forceNewDeployment":true,"service":"web"}""");
        service.Requests.Last().Body.ShouldBe("""{"desiredCount":0,"service":"web","taskDefinition":"td:7"}""");
    }

    [Fact]
    public async Task A_value_that_is_newer_than_the_client_is_kept()
    {
        await using var service = await ServiceStub.AnsweringAsync(Reply.Ok("""{"tasks":[{"stopCode":"MoonRose","group":null}]}"""));
        using var client = Client(service);

        var reply = await client.DescribeTasksAsync(new DescribeTasksRequest { Tasks = ["t"] });

        reply.Tasks.ShouldHaveSingleItem().StopCode.Value.ShouldBe("MoonRose");
        reply.Tasks[0].Group.ShouldBeNull();
    }

    internal static AmazonECSClient Client(ServiceStub service) =>
        new(ServiceStub.Credentials, service.Configure<AmazonECSConfig>());
}
