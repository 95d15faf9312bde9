using System.Net;
using System.Net.Sockets;
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
    [InlineData("DecryptionFailure", typeof(DecryptionFailureException))]
    [InlineData("EncryptionFailure", typeof(EncryptionFailureException))]
    [InlineData("InternalServiceError", typeof(InternalServiceErrorException))]
    [InlineData("InvalidNextTokenException", typeof(InvalidNextTokenException))]
    [InlineData("InvalidParameterException", typeof(Amazon.SecretsManager.Model.InvalidParameterException))]
    [InlineData("InvalidRequestException", typeof(InvalidRequestException))]
    [InlineData("LimitExceededException", typeof(Amazon.SecretsManager.Model.LimitExceededException))]
    [InlineData("MalformedPolicyDocumentException", typeof(MalformedPolicyDocumentException))]
    [InlineData("PreconditionNotMetException", typeof(PreconditionNotMetException))]
    [InlineData("PublicPolicyException", typeof(PublicPolicyException))]
    [InlineData("ResourceExistsException", typeof(ResourceExistsException))]
    [InlineData("ResourceNotFoundException", typeof(Amazon.SecretsManager.Model.ResourceNotFoundException))]
    [InlineData("com.amazonaws.secretsmanager#ResourceExistsException", typeof(ResourceExistsException))]
    public async Task A_known_error_code_is_an_exception_of_its_own_type(string code, Type expected)
    {
        await using var service = await ServiceStub.AnsweringAsync(Reply.Error(code, "The reason."));

        var error = await FailureOfAsync(service);

        error.ShouldBeOfType(expected);
        error.Message.ShouldBe("The reason.");
        error.ErrorCode.ShouldBe(code.Split('#')[^1]);
        error.RequestId.ShouldBe("request-1");
        error.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_unknown_error_code_is_the_service_s_own_exception_and_keeps_the_code()
    {
        await using var service = await ServiceStub.AnsweringAsync(Reply.Error("AccessDeniedException", "Not you."));

        var error = await FailureOfAsync(service);

        error.ShouldBeOfType<AmazonSecretsManagerException>();
        error.ErrorCode.ShouldBe("AccessDeniedException");
        error.Message.ShouldBe("Not you.");
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
        using var client = SecretsManagerTests.Client(service.Url, maxErrorRetry: 2);

        var reply = await client.PutSecretValueAsync(new PutSecretValueRequest { SecretId = "db", SecretString = "s" });

        reply.VersionId.ShouldBe("v");
        service.Requests.Count.ShouldBe(2);
        service.Requests.Select(request => (string?)request.Json["ClientRequestToken"]).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_refused_connection_is_an_HttpRequestException()
    {
        using var client = SecretsManagerTests.Client($"http://127.0.0.1:{UnusedPort()}");

        await Should.ThrowAsync<HttpRequestException>(() => client.DescribeSecretAsync(new DescribeSecretRequest { SecretId = "db" }));
    }

    [Fact]
    public async Task A_conflict_in_ECS_names_the_resources_in_conflict()
    {
        await using var service = await ServiceStub.AnsweringAsync(
            new Reply(400, """{"__type":"ConflictException","message":"Busy.","resourceIds":["a","b"]}"""));
        using var client = EcsTests.Client(service.Url);

        var error = await Should.ThrowAsync<ConflictException>(() => client.UpdateServiceAsync(new UpdateServiceRequest { Service = "s" }));

        error.ResourceIds.ShouldBe(["a", "b"]);
        error.ShouldBeAssignableTo<AmazonECSException>();
    }

    private static async Task<AmazonServiceException> FailureOfAsync(ServiceStub service)
    {
        using var client = SecretsManagerTests.Client(service.Url);
        return await Should.ThrowAsync<AmazonServiceException>(
            () => client.DescribeSecretAsync(new DescribeSecretRequest { SecretId = "db" }));
    }

    private static int UnusedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
