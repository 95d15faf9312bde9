using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using Task = System.Threading.Tasks.Task;

namespace RotationLambdas.Compat.Tests.Wire;

public class FailureTests
{
    [Theory]
    [InlineData("InvalidParameterException", typeof(Amazon.SecretsManager.Model.InvalidParameterException))]
    [InlineData("ResourceNotFoundException", typeof(ResourceNotFoundException))]
    [InlineData("com.amazonaws.secretsmanager#ResourceNotFoundException", typeof(ResourceNotFoundException))]
    [InlineData("AccessDeniedException", typeof(AmazonSecretsManagerException))]
    [InlineData("ResourceExistsException", typeof(AmazonSecretsManagerException))] // CreateSecret declares it, DescribeSecret does not.
    public async Task An_error_that_the_operation_declares_has_its_own_type(string code, Type expected)
    {
        await using var service = await ServiceStub.AnsweringAsync(Reply.Error(code, "The reason."));

        var error = await FailureOfAsync(service);

        error.ShouldBeOfType(expected);
        error.Message.ShouldBe("The reason.");
        error.ErrorType.ShouldBe(ErrorType.Unknown);
        error.ErrorCode.ShouldBe(code.Split('#')[^1]);
        error.RequestId.ShouldBe("request-1");
        error.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("ClientException", typeof(ClientException))]
    [InlineData("ClusterNotFoundException", typeof(ClusterNotFoundException))]
    [InlineData("InvalidParameterException", typeof(Amazon.ECS.Model.InvalidParameterException))]
    [InlineData("ServiceNotActiveException", typeof(ServiceNotActiveException))]
    [InlineData("ServiceNotFoundException", typeof(ServiceNotFoundException))]
    [InlineData("ConflictException", typeof(AmazonECSException))]
    public async Task An_error_of_an_update_has_the_type_that_it_declares(string code, Type expected)
    {
        await using var service = await ServiceStub.AnsweringAsync(Reply.Error(code));
        using var client = EcsTests.Client(service);

        var error = await Should.ThrowAsync<AmazonECSException>(() => client.UpdateServiceAsync(new() { Service = "s" }));

        error.ShouldBeOfType(expected);
    }

    [Fact]
    public async Task A_proxy_s_page_is_an_error_without_a_code()
    {
        await using var service = await ServiceStub.AnsweringAsync(new Reply(503, "<html>busy</html>", "text/html"));

        var error = await FailureOfAsync(service);

        error.ShouldBeOfType<AmazonSecretsManagerException>();
        error.ErrorCode.ShouldBeNullOrEmpty();
        error.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task A_throttled_call_is_repeated_with_the_same_request_token()
    {
        await using var service = await ServiceStub.AnsweringAsync(Reply.Error("ThrottlingException"), Reply.Ok("""{"VersionId":"v"}"""));
        using var client = SecretsManagerTests.Client(service, maxErrorRetry: 2);

        var reply = await client.PutSecretValueAsync(new PutSecretValueRequest { SecretId = "db", SecretString = "s" });

        reply.VersionId.ShouldBe("v");
        service.Requests.Count.ShouldBe(2);
        service.Requests.Select(request => (string?)request.Json["ClientRequestToken"]).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_refused_connection_is_an_HttpRequestException()
    {
        var service = await ServiceStub.AnsweringAsync();
        using var client = SecretsManagerTests.Client(service);
        await service.DisposeAsync();

        await Should.ThrowAsync<HttpRequestException>(() => client.DescribeSecretAsync(new DescribeSecretRequest { SecretId = "db" }));
    }

    private static async Task<AmazonServiceException> FailureOfAsync(ServiceStub service)
    {
        using var client = SecretsManagerTests.Client(service);
        return await Should.ThrowAsync<AmazonServiceException>(
            () => client.DescribeSecretAsync(new DescribeSecretRequest { SecretId = "db" }));
    }
}
