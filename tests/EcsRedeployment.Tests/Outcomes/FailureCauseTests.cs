namespace RotationLambdas.EcsRedeployment.Tests.Outcomes;

public sealed class FailureCauseTests
{
    private const string Asm = "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval "
        + "failed: unable to retrieve secret from asm: ";

    [Theory]
    [InlineData("ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secret from asm: "
        + "AccessDeniedException: "
        + "User: arn:aws:sts::1:assumed-role/exec is not authorized to perform: secretsmanager:GetSecretValue on resource: arn",
            "secretsmanager:GetSecretValue on the secret's ARN")]
    [InlineData(Asm + "AccessDeniedException: User: r is not authorized to perform: secretsmanager:GetSecretValue on resource: "
        + "arn:aws:secretsmanager:eu-west-1:1:secret:kms-AbCdEf", "secretsmanager:GetSecretValue on the secret's ARN")]
    [InlineData("ResourceInitializationError: AccessDeniedException: Access to KMS is not allowed", "kms:Decrypt on the secret's key")]
    [InlineData("ResourceInitializationError: is not authorized to perform: kms:Decrypt on resource: arn",
        "kms:Decrypt on the secret's key")]
    [InlineData("ResourceInitializationError: AccessDeniedException: The ciphertext refers to a customer master key that does not exist, "
        + "does not exist in this region, or you are not allowed to access.", "kms:Decrypt on the secret's key")]
    [InlineData("ResourceInitializationError: is not authorized to perform: ssm:GetParameters on resource: arn", "ssm:GetParameters")]
    [InlineData("ResourceInitializationError: retrieved secret from Secrets Manager did not contain json key password", "lacks a JSON key")]
    [InlineData("ResourceNotFoundException: The task can't retrieve the secret with ARN 'x'", "does not exist")]
    [InlineData("InvalidParameter: 1 validation error(s) found. - minimum field size of 32, GetSecretValueInput.VersionId.",
        "version id that is not one")]
    [InlineData("ResourceInitializationError: unable to pull secrets or registry auth: pull command failed: : signal: killed",
        "no route to Secrets Manager")]
    [InlineData("CannotPullContainerError: manifest unknown", "could not be pulled")]
    [InlineData(Asm + "service call has been retried 1 time(s): invalid character '\\'' looking for beginning of value", "not valid JSON")]
    [InlineData(Asm + "unexpected end of JSON input while reading the secret", "not valid JSON")]
    [InlineData("ResourceInitializationError: an invalid ARN format for the AWS Secrets Manager secret was specified. Specify a valid ARN "
        + "and try again.", "malformed")]
    [InlineData(Asm
        + "InvalidRequestException: You can't perform this operation on the secret because it was marked for deletion.", "RestoreSecret")]
    [InlineData(Asm + "DecryptionFailure: Secrets Manager can't decrypt the protected secret text using the provided KMS key.", "KMS key")]
    [InlineData(Asm
        + "AccessDeniedException: KMSInvalidStateException: arn:aws:kms:eu-west-1:1:key/k is pending deletion.", "cancel its deletion")]
    [InlineData("CannotStartContainerError: failed to initialize logging driver: failed to create Cloudwatch log stream: "
        + "ResourceNotFoundException: "
        + "The specified log group does not exist.", "log group")]
    [InlineData("ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create "
        + "Cloudwatch log group: "
        + "AccessDeniedException: User: r is not authorized to perform: logs:CreateLogGroup on resource: l", "write to the log group")]
    [InlineData("CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref "
        + "registry.example.com/app:1: unexpected status "
        + "from HEAD request: 401 Unauthorized", "repositoryCredentials")]
    [InlineData("CannotPullContainerError: unauthorized: incorrect username or password", "repositoryCredentials")]
    [InlineData("CannotPullContainerError: toomanyrequests: You have reached your pull rate limit.", "rate of pulls")]
    [InlineData(Asm + "RequestCanceled: request context canceled caused by: context deadline exceeded", "no route")]
    [InlineData("(service web) was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later.",
        "capacity")]
    public void A_failure_gets_its_likely_cause_and_a_remedy(string quoted, string likely)
    {
        var cause = FailureCause.Of(quoted);

        cause.Quoted.ShouldBe(quoted);
        cause.Likely.ShouldNotBeNull().ShouldContain(likely);
    }

    [Fact]
    public void What_cannot_be_explained_is_only_quoted() => FailureCause.Of("Essential container in task exited").Likely.ShouldBeNull();

    [Fact]
    public void A_long_text_is_cut() => FailureCause.Of(new string('x', 5000)).Quoted.Length.ShouldBe(1000);
}
