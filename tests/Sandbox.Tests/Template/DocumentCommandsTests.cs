namespace RotationLambdas.Sandbox.Tests.Template;

/// <summary>The commands of the documents that are marked <c>sandbox</c>, in their order, by the real <c>aws</c>, where that is on this
/// machine.</summary>
public sealed class DocumentCommandsTests : IAsyncLifetime
{
    private const int BlocksInASandbox = 8;
    private const string GettingStarted = "getting-started.md";
    private static readonly string[] Reference = ["reference/runbook.md", "reference/errors.md"];
    private static readonly string[] Guides = [
        "how-to/publish-versions.md", "how-to/roll-back.md", "how-to/rotate-now.md", "how-to/stop-everything.md"];

    private SandboxHost _sandbox = null!;
    private AwsJsonClient _aws = null!;
    private RotationFunction _rotation = null!;
    private Stack _stack = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync(new SandboxOptions());
        _aws = new AwsJsonClient(_sandbox.Endpoint);
        _stack = ExampleStack.Template.Resolve(ExampleStack.Settings with { Endpoint = _sandbox.Endpoint }, ExampleStack.Required);
        TemplateDeployment.Deploy(_sandbox, _stack, new Dictionary<string, string>());
        // What the functions do is tested elsewhere: here they only have to be there.
        _rotation = new RotationFunction(_sandbox.SecretsManager);
        _sandbox.Functions.Start(_stack.Outputs["RotationFunctionName"], _rotation.HandleAsync);
        _sandbox.Functions.Start(_stack.Outputs["RedeploymentFunctionName"], (_, _) => Task.FromResult<JsonNode?>(new JsonObject()));
        await CreateSecretAsync("orders/database");
        await CreateServiceAsync();
    }

    public async Task DisposeAsync()
    {
        _aws.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public void Every_command_is_run_here_or_marked_as_for_AWS_or_for_dev()
    {
        var fences = Directory.GetFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Concat(new[] { "README.md", "CONTRIBUTING.md" }.Select(file => Repository.PathOf(file)))
            .SelectMany(file => File.ReadAllLines(file).Where(line => line.TrimStart().StartsWith("```")).Where((_, at) => at % 2 == 0)
                .Select(line => (Page: Path.GetRelativePath(Repository.PathOf("docs"), file), Kind: line.Trim()[3..]))).ToList();

        fences.Select(fence => fence.Kind).Distinct()
            .ShouldBeSubsetOf(["sh sandbox", "sh aws", "sh dev", "json", "sql", "mermaid", "text", ""]);
        fences.Where(fence => fence.Kind == "sh sandbox").Select(fence => fence.Page).Distinct()
            .ShouldBe([.. Reference, .. Guides, GettingStarted], ignoreOrder: true);
        fences.Where(fence => fence.Kind == "sh dev").Select(fence => fence.Page).Distinct()
            .ShouldBe(["../README.md", "../CONTRIBUTING.md"], ignoreOrder: true);
    }

    [Fact]
    public void Getting_started_takes_fewer_than_ten_commands() =>
        Blocks(GettingStarted, "sandbox").Concat(Blocks(GettingStarted, "aws"))
            .SelectMany(block => block.Replace("\\\n", "").Split('\n')).Count().ShouldBeLessThan(10);

    [Trait("Needs", "aws")]
    [ToolFact("aws")]
    public async Task Each_command_succeeds()
    {
        var blocks = Reference.SelectMany(page => Blocks(page)).ToList();
        blocks.Count.ShouldBeGreaterThan(10);

        await Task.WhenAll(blocks.Chunk(BlocksInASandbox).Select(RunInASandboxAsync));
    }

    [Trait("Needs", "aws")]
    [ToolFact("aws")]
    public Task Getting_started_runs_in_its_order() => RunPageAsync(GettingStarted);

    [Trait("Needs", "aws")]
    [ToolFact("aws")]
    public async Task Each_guide_runs_in_its_order()
    {
        await CreateSecretAsync("orders/app");
        await _aws.PutSecretValueAsync("orders/app", "{}");
        foreach (var page in Guides)
        {
            await RunPageAsync(page);
        }
    }

    [Trait("Needs", "aws")]
    [ToolFact("aws")]
    public async Task A_stopped_function_runs_no_more_until_its_reservation_is_deleted()
    {
        var name = _stack.Outputs["RedeploymentFunctionName"];
        (await RunAsync($"aws lambda put-function-concurrency --function-name {name} --reserved-concurrent-executions 0")).Code.ShouldBe(0);
        (await Should.ThrowAsync<AwsServiceException>(() => _sandbox.Functions.InvokeAsync(name, new JsonObject())))
            .Code.ShouldBe("TooManyRequestsException");
        (await RunAsync($"aws lambda delete-function-concurrency --function-name {name}")).Code.ShouldBe(0);
        (await _sandbox.Functions.InvokeAsync(name, new JsonObject())).Succeeded.ShouldBeTrue();
    }

    private static async Task RunInASandboxAsync(IReadOnlyList<string> blocks)
    {
        var one = new DocumentCommandsTests();
        await one.InitializeAsync();
        try
        {
            foreach (var block in blocks)
            {
                await one.SettledAsync();
                if (block.Contains("PENDING=", StringComparison.Ordinal))
                {
                    await one._aws.PutSecretValueAsync("orders/database", "{}", "AWSPENDING");
                }

                var (code, output) = await one.RunAsync(block);

                code.ShouldBe(0, $"{block}\n{output}");
            }
        }
        finally
        {
            await one.DisposeAsync();
        }
    }

    private async Task RunPageAsync(string document)
    {
        var (code, output) = await RunAsync("cd \"$(mktemp -d)\"\n" + string.Join('\n', Blocks(document)));
        code.ShouldBe(0, output);
    }

    private static IEnumerable<string> Blocks(string document, string kind = "sandbox")
    {
        var lines = File.ReadAllLines(Repository.PathOf("docs", document));
        for (var at = 0; at < lines.Length; at++)
        {
            if (lines[at].Trim() == $"```sh {kind}")
            {
                yield return string.Join('\n', lines.Skip(at + 1).TakeWhile(line => line.Trim() != "```"));
            }
        }
    }

    private async Task CreateSecretAsync(string name)
    {
        await _aws.CreateSecretAsync(name, "{}");
        await _aws.RotateSecretAsync(name, _stack.Outputs["RotationFunctionArn"], immediately: false);
    }

    private async Task CreateServiceAsync()
    {
        const string Ecs = "AmazonEC2ContainerServiceV20141113.";
        await _aws.CallAsync(Ecs + "CreateCluster", new() { ["clusterName"] = "main" });
        await _aws.CallAsync(Ecs + "RegisterTaskDefinition", new()
        {
            ["family"] = "api",
            ["containerDefinitions"] = new JsonArray(new JsonObject { ["name"] = "main", ["image"] = "example/app:1", ["memory"] = 128 }),
        });
        await _aws.CallAsync(
            Ecs + "CreateService", new() { ["cluster"] = "main", ["serviceName"] = "api", ["taskDefinition"] = "api", ["desiredCount"] = 1 });
    }

    private async Task SettledAsync()
    {
        await _sandbox.Ecs.WhenSteadyAsync();
        try
        {
            await _sandbox.SecretsManager.WaitForRotationAsync("orders/database");
        }
        catch (AwsServiceException notRotatedYet)
        {
            notRotatedYet.Code.ShouldBe("ResourceNotFoundException");
        }
    }

    private async Task<(int Code, string Output)> RunAsync(string script)
    {
        // Not every version of `aws` reads AWS_ENDPOINT_URL for every service. The sandbox has no CloudFormation: outputs come from the
        // stack.
        const string Here = """
            aws() {
              if [ "$1" = cloudformation ]; then [[ "$*" =~ OutputKey==.([A-Za-z]+) ]] && local key="OUTPUT_${BASH_REMATCH[1]}" && echo "${!key}"
              else command aws --endpoint-url "$ENDPOINT" "$@"; fi
            }

            """;
        (string, string)[] variables =
        [
            ("ENDPOINT", _sandbox.Endpoint.ToString()), ("AWS_ACCESS_KEY_ID", "administrator"), ("AWS_SECRET_ACCESS_KEY", "anything"),
            ("AWS_DEFAULT_REGION", "eu-west-1"), ("AWS_PAGER", ""), ("STACK", "rotation"), ("SECRET", "orders/database"),
            ("CLUSTER", "main"), ("SERVICE", "api"), ("QUEUE_URL", _stack.Outputs["RedeploymentQueueUrl"]),
            ("DEAD_LETTERS_URL", _stack.Outputs["RedeploymentDeadLetterQueueUrl"]),
            ("ROTATION_FUNCTION", _stack.Outputs["RotationFunctionName"]),
            ("REDEPLOYMENT_FUNCTION", _stack.Outputs["RedeploymentFunctionName"]),
            .. _stack.Outputs.Select(one => ("OUTPUT_" + one.Key, one.Value)),
        ];
        var command = await Command.RunAsync("bash", ["-euo", "pipefail", "-c", Here + script], variables);
        return (command.Code, command.Output);
    }
}
