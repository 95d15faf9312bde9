using Amazon;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace RotationLambdas.Compat.Tests.Wire;

public class SecretsManagerTests
{
    [Fact]
    public async Task A_call_is_signed_with_version_4_and_names_its_operation()
    {
        await using var service = await ServiceStub.AnsweringAsync(Reply.Ok("{}"));
        using var client = Client(service);

        await client.DescribeSecretAsync(new DescribeSecretRequest { SecretId = "db" });

        var headers = service.Request.Headers;
        headers["X-Amz-Target"].ShouldBe("secretsmanager.DescribeSecret");
        headers["Content-Type"].ShouldBe("application/x-amz-json-1.1");
        headers["X-Amz-Security-Token"].ShouldBe("session");
        headers["Authorization"].ShouldStartWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/");
        headers["Authorization"].ShouldContain("/eu-west-1/secretsmanager/aws4_request");
        service.Request.Body.ShouldBe("""{"SecretId":"db"}""");
    }

    [Fact]
    public async Task Stages_and_dates_of_a_description_are_read()
    {
        await using var service = await ServiceStub.AnsweringAsync(Reply.Ok(
            """
            {"ARN":"arn:x","Name":"db","RotationEnabled":true,"LastRotatedDate":1700000000.123,
             "RotationRules":{"AutomaticallyAfterDays":30},
             "VersionIdsToStages":{"v1":["AWSCURRENT"],"v2":["AWSPENDING","x"]},"Tags":[{"Key":"team","Value":"data"}],
             "NotKnownYet":{"a":[1]}}
            """));
        using var client = Client(service);

        var secret = await client.DescribeSecretAsync(new DescribeSecretRequest { SecretId = "db" });

        secret.VersionIdsToStages["v2"].ShouldBe(["AWSPENDING", "x"]);
        secret.LastRotatedDate.ShouldBe(DateTime.UnixEpoch.AddSeconds(1700000000).AddTicks(1_229_999));
        secret.LastRotatedDate!.Value.Kind.ShouldBe(DateTimeKind.Utc);
        secret.RotationRules.AutomaticallyAfterDays.ShouldBe(30);
        secret.Tags.ShouldHaveSingleItem().Value.ShouldBe("data");
        secret.RotationEnabled.ShouldBe(true);
        secret.DeletedDate.ShouldBeNull();
        secret.HttpStatusCode.ShouldBe(HttpStatusCode.OK);
        secret.ResponseMetadata.RequestId.ShouldBe("request-1");
    }

    [Fact]
    public async Task A_new_version_gets_a_request_token_when_the_caller_gives_none()
    {
        await using var service = await ServiceStub.AnsweringAsync(Reply.Ok("{}"), Reply.Ok("{}"));
        using var client = Client(service);

        await client.PutSecretValueAsync(new PutSecretValueRequest { SecretId = "db", SecretString = "s", VersionStages = ["AWSPENDING"] });
        await client.PutSecretValueAsync(new PutSecretValueRequest { SecretId = "db", SecretString = "s", ClientRequestToken = "mine" });

        var sent = service.Requests.Select(request => request.Json).ToList();
        Guid.TryParse((string?)sent[0]["ClientRequestToken"], out _).ShouldBeTrue();
        sent[0]["VersionStages"]!.ToJsonString().ShouldBe("""["AWSPENDING"]""");
        ((string?)sent[1]["ClientRequestToken"]).ShouldBe("mine");
        sent[1].ContainsKey("VersionStages").ShouldBeFalse();
    }

    [Fact]
    public async Task An_empty_reply_is_an_error()
    {
        await using var service = await ServiceStub.AnsweringAsync(Reply.Ok(""));
        using var client = Client(service);

        await Should.ThrowAsync<AmazonUnmarshallingException>(() => client.DescribeSecretAsync(new() { SecretId = "db" }));
    }

    [Theory]
    [InlineData("eu-west-1", false, false, "https://secretsmanager.eu-west-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, false, "https://secretsmanager-fips.us-gov-west-1.amazonaws.com")]
    [InlineData("cn-north-1", false, false, "https://secretsmanager.cn-north-1.amazonaws.com.cn")]
    [InlineData("eu-west-1", false, true, "https://secretsmanager.eu-west-1.api.aws")]
    public void The_endpoint_follows_the_region_and_its_partition(string region, bool fips, bool dualStack, string expected)
    {
        var config = new AmazonSecretsManagerConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            UseFIPSEndpoint = fips,
            UseDualstackEndpoint = dualStack,
        };

        var endpoint = config.DetermineServiceOperationEndpoint(new(new DescribeSecretRequest { SecretId = "db" }));

        endpoint.URL.TrimEnd('/').ShouldBe(expected);
    }

    internal static AmazonSecretsManagerClient Client(ServiceStub service, int maxErrorRetry = 0) =>
        new(ServiceStub.Credentials, service.Configure<AmazonSecretsManagerConfig>(maxErrorRetry));
}
