using System.Text.Json.Nodes;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime;
using RotationLambdas.Sandbox.Hosting;
using RotationLambdas.Sandbox.Wire;
using Task = System.Threading.Tasks.Task;

namespace RotationLambdas.Sandbox.Tests.Ecs.Operations;

/// <summary>The official client against the sandbox, over the wire.</summary>
public sealed class EcsClientTests : IAsyncLifetime
{
    private SandboxHost _sandbox = null!;
    private AmazonECSClient _client = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync(new SandboxOptions { Ecs = new() { ProvisioningTime = TimeSpan.Zero, PendingTime = TimeSpan.Zero, StoppingTime = TimeSpan.Zero } });
        _client = new AmazonECSClient(new BasicAWSCredentials("AKID", "secret"),
            new AmazonECSConfig { ServiceURL = _sandbox.Endpoint.ToString(), AuthenticationRegion = "eu-west-1", MaxErrorRetry = 0 });
        await CallAsync("CreateCluster", new() { ["clusterName"] = "c" });
        await CallAsync("RegisterTaskDefinition", JsonNode.Parse("""
            {"family":"app","executionRoleArn":"arn:aws:iam::123456789012:role/r","containerDefinitions":[{"name":"main","image":"nginx","memory":128,
              "secrets":[{"name":"DB","valueFrom":"arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf"}]}]}
            """)!.AsObject());
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Lists_come_in_pages_of_the_documented_size()
    {
        for (var i = 0; i < 25; i++)
        {
            await CallAsync("CreateService", new() { ["cluster"] = "c", ["serviceName"] = $"s{i}", ["taskDefinition"] = "app" });
        }

        var first = await _client.ListServicesAsync(new ListServicesRequest { Cluster = "c" });
        var all = new List<string>();
        string? token = null;
        do
        {
            var page = await _client.ListServicesAsync(new ListServicesRequest { Cluster = "c", MaxResults = 20, NextToken = token });
            all.AddRange(page.ServiceArns);
            token = page.NextToken;
        }
        while (token is not null);

        // "If this parameter isn't used, then ListServices returns up to 10 results", API Reference.
        first.ServiceArns.Count.ShouldBe(10);
        first.NextToken.ShouldNotBeNull();
        all.ShouldBe(Enumerable.Range(0, 25).Select(i => $"arn:aws:ecs:eu-west-1:123456789012:service/c/s{i}"));
    }

    [Fact]
    public async Task A_service_is_described_with_deployments_and_tags_and_updated()
    {
        await CallAsync("CreateService", JsonNode.Parse("""
            {"cluster":"c","serviceName":"s","taskDefinition":"app","launchType":"FARGATE","tags":[{"key":"rotation:redeploy","value":"false"}],
             "serviceConnectConfiguration":{"enabled":true,"logConfiguration":{"logDriver":"splunk","secretOptions":[{"name":"t","valueFrom":"arn:aws:secretsmanager:eu-west-1:123456789012:secret:t-AbCdEf"}]}}}
            """)!.AsObject());

        var updated = await _client.UpdateServiceAsync(new UpdateServiceRequest { Cluster = "c", Service = "s", ForceNewDeployment = true });
        var described = await _client.DescribeServicesAsync(new DescribeServicesRequest { Cluster = "c", Services = ["s", "gone"], Include = ["TAGS"] });

        var service = described.Services.Single();
        service.Tags.Single().Key.ShouldBe("rotation:redeploy");
        service.SchedulingStrategy.ShouldBe(SchedulingStrategy.REPLICA);
        service.Deployments.Single().Id.ShouldBe(updated.Service.Deployments[0].Id);
        service.Deployments.Single().RolloutState.ShouldBe(DeploymentRolloutState.COMPLETED);
        service.Deployments.Single().ServiceConnectConfiguration.LogConfiguration.SecretOptions.Single().ValueFrom.ShouldEndWith("secret:t-AbCdEf");
        service.CreatedAt!.Value.ShouldBe(DateTime.UtcNow, TimeSpan.FromMinutes(5));
        described.Failures.Single().Reason.ShouldBe("MISSING");
    }

    [Fact]
    public async Task A_task_definition_is_told_with_its_secrets()
    {
        var definition = (await _client.DescribeTaskDefinitionAsync(new DescribeTaskDefinitionRequest { TaskDefinition = "app:1" })).TaskDefinition;

        definition.TaskDefinitionArn.ShouldBe("arn:aws:ecs:eu-west-1:123456789012:task-definition/app:1");
        definition.ContainerDefinitions.Single().Secrets.Single().Name.ShouldBe("DB");
    }

    [Fact]
    public async Task Errors_arrive_as_the_clients_own_exceptions()
    {
        await Should.ThrowAsync<ClusterNotFoundException>(() => _client.ListServicesAsync(new ListServicesRequest { Cluster = "gone" }));
        await Should.ThrowAsync<ServiceNotFoundException>(() => _client.UpdateServiceAsync(new UpdateServiceRequest { Cluster = "c", Service = "gone" }));
        await Should.ThrowAsync<ClientException>(() => _client.DescribeTaskDefinitionAsync(new DescribeTaskDefinitionRequest { TaskDefinition = "gone" }));
    }

    [Trait("Needs", "aws")]
    [ToolFact("aws")]
    public async Task The_aws_command_line_works_against_it()
    {
        await CallAsync("CreateService", new() { ["cluster"] = "c", ["serviceName"] = "s", ["taskDefinition"] = "app" });

        var aws = new AwsCommandLine(_sandbox.Endpoint);
        var listed = await aws.RunAsync("ecs", "list-services", "--cluster", "c");
        var updated = await aws.RunAsync("ecs", "update-service", "--cluster", "c", "--service", "s", "--force-new-deployment");

        listed["serviceArns"]![0]!.GetValue<string>().ShouldEndWith("/c/s");
        updated["service"]!["deployments"]![0]!["status"]!.GetValue<string>().ShouldBe("PRIMARY");
    }

    private Task<JsonNode> CallAsync(string operation, JsonObject input) =>
        _sandbox.Ecs.CallAsync(new AwsCall(_sandbox.Ecs.TargetPrefix, operation, input, new Caller("AKIA", null, "arn:aws:iam::123456789012:root"), CancellationToken.None));
}
