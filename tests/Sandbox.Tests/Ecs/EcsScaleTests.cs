using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Ecs;

namespace RotationLambdas.Sandbox.Tests.Ecs;

public sealed class EcsScaleTests
{
    /// <summary>The size of the redeployer's benchmark: 200 clusters × 50 services, 2,000 revisions. What is asserted is completeness; how long it takes is measured elsewhere.</summary>
    [Fact]
    public async Task Ten_thousand_services_are_brought_up_listed_and_described()
    {
        var instant = new EcsSettings { ProvisioningTime = TimeSpan.Zero, PendingTime = TimeSpan.Zero, StoppingTime = TimeSpan.Zero };
        using var aws = new EcsFixture(instant);
        for (var i = 0; i < 2000; i++)
        {
            await aws.RegisterAsync($"family{i}");
        }

        for (var c = 0; c < 200; c++)
        {
            await aws.CallAsync("CreateCluster", $$"""{"clusterName":"c{{c}}"}""");
            for (var s = 0; s < 50; s++)
            {
                await aws.CallAsync("CreateService", $$"""{"cluster":"c{{c}}","serviceName":"s{{s}}","taskDefinition":"family{{((c * 50) + s) % 2000}}","desiredCount":1}""");
            }
        }

        aws.Pass(1);
        await aws.Ecs.WhenSteadyAsync();
        var clusters = await PagesAsync(aws, "ListClusters", "{", "clusterArns");
        var services = 0;
        foreach (var cluster in clusters)
        {
            var names = await PagesAsync(aws, "ListServices", $$"""{"cluster":"{{cluster}}",""", "serviceArns");
            foreach (var ten in names.Chunk(10))
            {
                var described = (await aws.CallAsync("DescribeServices", new JsonObject { ["cluster"] = cluster, ["services"] = new JsonArray([.. ten.Select(name => (JsonNode)name)]) }.ToJsonString()))["services"]!.AsArray();
                services += described.Count(service => service!["runningCount"]!.GetValue<int>() == 1);
            }
        }

        clusters.Count.ShouldBe(200);
        services.ShouldBe(10_000);
        (await PagesAsync(aws, "ListTaskDefinitions", "{", "taskDefinitionArns")).Count.ShouldBe(2000);
    }

    private static async Task<List<string>> PagesAsync(EcsFixture aws, string operation, string input, string member)
    {
        List<string> all = [];
        string? token = null;
        do
        {
            var page = await aws.CallAsync(operation, input + "\"maxResults\":100" + (token is null ? "" : $",\"nextToken\":\"{token}\"") + "}");
            all.AddRange(page[member]!.AsArray().Select(item => item!.GetValue<string>()));
            token = (string?)page["nextToken"];
        }
        while (token is not null);
        return all;
    }
}
