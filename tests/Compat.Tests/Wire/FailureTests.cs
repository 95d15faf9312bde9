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
    [InlineData("InternalServiceError", typeof(InternalServiceErrorException))]
    [InlineData("InvalidParameterException", typeof(Amazon.SecretsManager.Model.InvalidParameterException))]
    [InlineData("ResourceNotFoundException", typeof(Amazon.SecretsManager.Model.ResourceNotFoundException))]
    [InlineData("com.amazonaws.secretsmanager#ResourceNotFoundException", typeof(Amazon.SecretsManager.Model.ResourceNotFoundException))]
    public async Task A_declared_error_is_an_exception_of_its_own_type(string code, Type expected)
    {
        await using var service = await ServiceStub.AnsweringAsync(Reply.Error(code, "The reason."));

        var error = await FailureOfAsync(service);

        error.ShouldBeOfType(expected);
        error.Message.ShouldBe("The reason.");
        error.ErrorCode.ShouldBe(code.Split('#')[^1]);
        error.RequestId.ShouldBe("request-1");
        error.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("AccessDeniedException")]
    [InlineData("InvalidRequestException")] // Declared by GetSecretValue and others, not by DescribeSecret.
    public async Task Any_other_error_is_the_base_exception_with_its_code(string code)
    {
        await using var service = await ServiceStub.AnsweringAsync(Reply.Error(code, "Not you."));

        var error = await FailureOfAsync(service);

        error.ShouldBeOfType<AmazonSecretsManagerException>();
        error.ErrorCode.ShouldBe(code);
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
    public async Task UpdateService_declares_no_conflict()
    {
        await using var service = await ServiceStub.AnsweringAsync(
            Reply.Error("ConflictException", "Busy."), Reply.Error("ServiceNotActiveException"));
        using var client = EcsTests.Client(service.Url);
        var request = new UpdateServiceRequest { Service = "s" };

        var conflict = await Should.ThrowAsync<AmazonECSException>(() => client.UpdateServiceAsync(request));
        var inactive = await Should.ThrowAsync<AmazonECSException>(() => client.UpdateServiceAsync(request));

        conflict.ShouldBeOfType<AmazonECSException>();
        conflict.ErrorCode.ShouldBe("ConflictException");
        inactive.ShouldBeOfType<ServiceNotActiveException>();
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
