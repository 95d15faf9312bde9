using System.Net;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using RotationLambdas.PostgresRotation.Secrets;

namespace RotationLambdas.PostgresRotation.Tests.Secrets;

public sealed class SecretsErrorsTests
{
    [Theory]
    [InlineData("ThrottlingException", HttpStatusCode.BadRequest)]
    [InlineData("RequestLimitExceeded", HttpStatusCode.BadRequest)]
    [InlineData("InternalServiceError", HttpStatusCode.InternalServerError)]
    [InlineData("", HttpStatusCode.ServiceUnavailable)]
    public void Throttling_and_errors_of_the_service_pass(string code, HttpStatusCode status) => SecretsErrors.IsPassing(Refusal(code, "", status)).ShouldBeTrue();

    [Fact]
    public void Connections_that_fail_or_go_silent_pass()
    {
        SecretsErrors.IsPassing(new HttpRequestException()).ShouldBeTrue();
        SecretsErrors.IsPassing(new IOException()).ShouldBeTrue();
        SecretsErrors.IsPassing(new TaskCanceledException()).ShouldBeTrue();
    }

    [Theory]
    [InlineData("AccessDeniedException")]
    [InlineData("ResourceNotFoundException")]
    [InlineData("InvalidRequestException")]
    public void Refusals_last(string code) => SecretsErrors.IsPassing(Refusal(code, "")).ShouldBeFalse();

    [Theory]
    [InlineData("AccessDeniedException", "User: x is not authorized to perform: secretsmanager:GetSecretValue", "Allow secretsmanager:GetSecretValue")]
    [InlineData("AccessDeniedException", "Access to KMS is not allowed", "kms:Decrypt")]
    [InlineData("DecryptionFailure", "", "kms:Decrypt")]
    [InlineData("EncryptionFailure", "", "kms:GenerateDataKey")]
    [InlineData("ResourceNotFoundException", "Secrets Manager can't find the specified secret.", "Region")]
    [InlineData("InvalidRequestException", "You can't perform this operation on the secret because it was marked for deletion.", "RestoreSecret")]
    [InlineData("InvalidRequestException", "Operation not permitted on a replica secret. Call must be made in primary secret's region.", "primary")]
    [InlineData("LimitExceededException", "", "labels")]
    [InlineData("UnrecognizedClientException", "The security token included in the request is invalid.", "execution role")]
    public void Each_refusal_says_what_to_do(string code, string message, string remedy) =>
        SecretsErrors.ForGood("GetSecretValue", "app", Refusal(code, message)).Message.ShouldContain(remedy);

    [Fact]
    public void An_outage_that_outlasts_the_step_points_at_the_network() =>
        SecretsErrors.ForGood("GetSecretValue", "app", new HttpRequestException("connection refused")).Remedy.ShouldContain("interface endpoint");

    [Fact]
    public void Missing_credentials_point_at_the_execution_role() =>
        SecretsErrors.ForGood("GetSecretValue", "app", new AmazonClientException("no credentials")).Remedy.ShouldContain("execution role");

    [Fact]
    public void An_unknown_refusal_of_a_read_is_quoted_on_one_line() =>
        SecretsErrors.ForGood("DescribeSecret", "app", Refusal("StrangeException", "odd\nthing.")).Problem
            .ShouldBe("Secrets Manager refused DescribeSecret of app with StrangeException: odd?thing.");

    [Fact]
    public void An_unknown_refusal_of_a_write_is_not_quoted_because_it_may_hold_what_was_written() =>
        SecretsErrors.ForGood("PutSecretValue", "app", Refusal("ValidationException", "Value 'hunter2' at 'secretString' failed"))
            .ToString().ShouldNotContain("hunter2");

    [Fact]
    public void The_clients_own_exception_types_are_known_by_their_code() =>
        SecretsErrors.ForGood("DescribeSecret", "app", new ResourceNotFoundException("gone", ErrorType.Sender, "ResourceNotFoundException", "r", HttpStatusCode.BadRequest))
            .Problem.ShouldContain("no secret app");

    private static AmazonSecretsManagerException Refusal(string code, string message, HttpStatusCode status = HttpStatusCode.BadRequest) =>
        new(message, ErrorType.Sender, code, "request-1", status);
}
