using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace RotationLambdas.PostgresRotation.Tests.Secrets;

public sealed class SecretsErrorsTests
{
    [Theory]
    [InlineData("ThrottlingException", HttpStatusCode.BadRequest,
        "throttled GetSecretValue of app in all of 38 attempts (ThrottlingException)", "rotation schedules")]
    [InlineData("InternalServiceError", HttpStatusCode.InternalServerError, "failed in all of 38 attempts", "Health Dashboard")]
    [InlineData("", HttpStatusCode.ServiceUnavailable, "failed in all of 38 attempts", "Health Dashboard")]
    public void An_answer_differs_from_silence(string code, HttpStatusCode status, string problem, string remedy)
    {
        var error = SecretsErrors.Final("GetSecretValue", "app", Refusal(code, "", status), 38);

        error.Problem.ShouldContain(problem);
        error.Remedy.ShouldContain(remedy);
        error.Remedy.ShouldNotContain("NAT gateway");
    }

    [Theory]
    [InlineData("AccessDeniedException", "User: x is not authorized to perform: secretsmanager:GetSecretValue",
        "Allow secretsmanager:GetSecretValue")]
    [InlineData("AccessDeniedException", "User: x is not authorized to perform: secretsmanager:GetSecretValue on resource: kms-AbCdEf",
        "Allow secretsmanager:GetSecretValue")]
    [InlineData("AccessDeniedException", "Access to KMS is not allowed", "kms:Decrypt")]
    [InlineData("AccessDeniedException", "User: x is not authorized to perform: kms:Decrypt on resource: y", "kms:Decrypt")]
    [InlineData("DecryptionFailure", "", "kms:Decrypt")]
    [InlineData("EncryptionFailure", "", "kms:GenerateDataKey")]
    [InlineData("ResourceNotFoundException", "Secrets Manager can't find the specified secret.", "Region")]
    [InlineData("InvalidRequestException", "You can't perform this operation on the secret because it was marked for deletion.",
        "RestoreSecret")]
    [InlineData("InvalidRequestException", "Operation not permitted on a replica secret. Call must be made in primary secret's region.",
        "primary")]
    [InlineData("StrangeException", "Odd: arn:aws:secretsmanager:eu-west-1:1:secret:replica-AbCdEf", "Compare the secret's versions")]
    [InlineData("LimitExceededException", "", "labels")]
    [InlineData("UnrecognizedClientException", "The security token included in the request is invalid.", "execution role")]
    public void Each_refusal_has_a_remedy(string code, string message, string remedy) =>
        SecretsErrors.Final("GetSecretValue", "app", Refusal(code, message), 1).Message.ShouldContain(remedy);

    [Fact]
    public void An_outage_that_outlasts_the_step_points_at_the_network() =>
        SecretsErrors.Final("GetSecretValue", "app", new HttpRequestException("connection refused"), 1)
            .Remedy.ShouldContain("interface endpoint");

    [Fact]
    public void Missing_credentials_point_at_the_execution_role() =>
        SecretsErrors.Final("GetSecretValue", "app", new AmazonClientException("no credentials"), 1).Remedy.ShouldContain("execution role");

    [Fact]
    public void An_unknown_refusal_of_a_read_is_quoted_on_one_line() =>
        SecretsErrors.Final("DescribeSecret", "app", Refusal("StrangeException", "odd\nthing."), 1).Problem
            .ShouldBe("Secrets Manager refused DescribeSecret of app with StrangeException: odd?thing.");

    [Fact]
    public void An_unknown_refusal_of_a_write_is_not_quoted() =>
        SecretsErrors.Final("PutSecretValue", "app", Refusal("ValidationException", "Value 'hunter2' at 'secretString' failed"), 1)
            .ToString().ShouldNotContain("hunter2");

    [Fact]
    public void The_clients_own_exception_types_are_known_by_their_code() =>
        SecretsErrors.Final(
            "DescribeSecret", "app", new ResourceNotFoundException("missing") { ErrorCode = "ResourceNotFoundException" }, 1)
            .Problem.ShouldContain("no secret app");

    private static AmazonSecretsManagerException Refusal(string code, string message, HttpStatusCode status = HttpStatusCode.BadRequest) =>
        new(message, ErrorType.Sender, code, "request-1", status);
}
