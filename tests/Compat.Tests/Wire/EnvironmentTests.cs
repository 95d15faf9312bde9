using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace RotationLambdas.Compat.Tests.Wire;

/// <summary>These set environment variables of the whole process, so they run by themselves.</summary>
[CollectionDefinition("Environment", DisableParallelization = true)]
public class EnvironmentCollection;

[Collection("Environment")]
public sealed class EnvironmentTests : IDisposable
{
    private static readonly string[] Names =
    [
        "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_SECRETS_MANAGER", "AWS_REGION",
        "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN",
    ];

    private readonly Dictionary<string, string?> _before = Names.ToDictionary(name => name, Environment.GetEnvironmentVariable);

    public void Dispose()
    {
        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL")]
    [InlineData("AWS_ENDPOINT_URL_SECRETS_MANAGER")]
    public async Task Endpoint_region_and_credentials_come_from_the_environment(string variable)
    {
        await using var service = await ServiceStub.AnsweringAsync(Reply.Ok("""{"Name":"db"}"""));
        Environment.SetEnvironmentVariable(variable, service.Url);
        Environment.SetEnvironmentVariable("AWS_REGION", "eu-central-1");
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "AKIDENVIRONMENT");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "secret");
        Environment.SetEnvironmentVariable("AWS_SESSION_TOKEN", null);
        using var client = new AmazonSecretsManagerClient(new AmazonSecretsManagerConfig { RetryMode = RequestRetryMode.Standard });

        var reply = await client.DescribeSecretAsync(new DescribeSecretRequest { SecretId = "db" });

        reply.Name.ShouldBe("db");
        service.Request.Headers["Authorization"].ShouldContain("Credential=AKIDENVIRONMENT/");
        service.Request.Headers["Authorization"].ShouldContain("/eu-central-1/secretsmanager/");
    }
}
