using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using RotationLambdas.Sandbox.Faults;

namespace RotationLambdas.Sandbox.Tests.SecretsManager;

/// <summary>The client that the functions use, against the sandbox.</summary>
public sealed class SecretsManagerClientTests : SandboxFixture
{
    private AmazonSecretsManagerClient Client => new(new BasicAWSCredentials("AKID", "secret"), new AmazonSecretsManagerConfig
    {
        ServiceURL = Sandbox.Endpoint.ToString(),
        AuthenticationRegion = "eu-west-1",
        RetryMode = RequestRetryMode.Standard,
    });

    [Fact]
    public async Task A_rotations_calls_go_through()
    {
        using var client = Client;
        await client.CreateSecretAsync(new CreateSecretRequest { Name = "db", SecretString = "one", ClientRequestToken = Token.Of('1') });

        var put = await client.PutSecretValueAsync(new PutSecretValueRequest { SecretId = "db", SecretString = "two", ClientRequestToken = Token.Of('2'), VersionStages = ["AWSPENDING"] });
        var pending = await client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "db", VersionId = Token.Of('2'), VersionStage = "AWSPENDING" });
        await client.UpdateSecretVersionStageAsync(new UpdateSecretVersionStageRequest
        {
            SecretId = "db",
            VersionStage = "AWSCURRENT",
            RemoveFromVersionId = Token.Of('1'),
            MoveToVersionId = Token.Of('2'),
        });
        var described = await client.DescribeSecretAsync(new DescribeSecretRequest { SecretId = "db" });

        put.VersionStages.ShouldBe(["AWSPENDING"]);
        pending.SecretString.ShouldBe("two");
        pending.CreatedDate!.Value.ShouldBe(DateTime.UtcNow, TimeSpan.FromMinutes(5));
        described.VersionIdsToStages[Token.Of('2')].ShouldBe(["AWSPENDING", "AWSCURRENT"]);
        described.VersionIdsToStages[Token.Of('1')].ShouldBe(["AWSPREVIOUS"]);
        described.RotationEnabled.ShouldBeNull();
    }

    [Fact]
    public async Task Errors_arrive_as_the_clients_own_exceptions()
    {
        using var client = Client;
        await CreateAsync();

        await Should.ThrowAsync<ResourceNotFoundException>(() => client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "gone" }));
        await Should.ThrowAsync<ResourceExistsException>(() => client.PutSecretValueAsync(new PutSecretValueRequest { SecretId = "db", SecretString = "x", ClientRequestToken = Token.Of('1') }));
        await Should.ThrowAsync<InvalidParameterException>(() => client.UpdateSecretVersionStageAsync(new UpdateSecretVersionStageRequest { SecretId = "db", VersionStage = "AWSCURRENT", MoveToVersionId = "9" }));
        await Should.ThrowAsync<InvalidRequestException>(() => client.RotateSecretAsync(new RotateSecretRequest { SecretId = "db" }));
    }

    [Fact]
    public async Task One_throttled_call_is_made_again_by_the_client()
    {
        using var client = Client;
        await CreateAsync();
        var rule = Sandbox.Faults.Add(new FaultRule { Action = FaultAction.Throttle, Operation = "GetSecretValue" });

        (await client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "db" })).SecretString.ShouldBe("one");

        rule.Fired.ShouldBe(1);
        Sandbox.Calls.Snapshot().Where(call => call.Operation == "GetSecretValue").Select(call => call.ErrorCode).ShouldBe(["ThrottlingException", null]);
    }

    [Fact]
    public async Task Lists_come_in_pages()
    {
        using var client = Client;
        for (var index = 0; index < 5; index++)
        {
            await CreateAsync($"db{index}");
        }

        var names = new List<string>();
        string? token = null;
        do
        {
            var page = await client.ListSecretsAsync(new ListSecretsRequest { MaxResults = 2, NextToken = token });
            names.AddRange(page.SecretList.Select(secret => secret.Name));
            token = page.NextToken;
        }
        while (token is not null);

        names.ShouldBe(["db4", "db3", "db2", "db1", "db0"]);
    }
}
