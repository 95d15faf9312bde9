using RotationLambdas.EcsRedeployment.Outcomes;

namespace RotationLambdas.EcsRedeployment.Tests.Outcomes;

public sealed class FailureCauseTests
{
    [Theory]
    [InlineData("ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secret from asm: AccessDeniedException: "
        + "User: arn:aws:sts::1:assumed-role/exec is not authorized to perform: secretsmanager:GetSecretValue on resource: arn", "secretsmanager:GetSecretValue on the secret's ARN")]
    [InlineData("ResourceInitializationError: AccessDeniedException: Access to KMS is not allowed", "kms:Decrypt on the secret's key")]
    [InlineData("ResourceInitializationError: is not authorized to perform: kms:Decrypt on resource: arn", "kms:Decrypt on the secret's key")]
    [InlineData("ResourceInitializationError: is not authorized to perform: ssm:GetParameters on resource: arn", "ssm:GetParameters")]
    [InlineData("ResourceInitializationError: retrieved secret from Secrets Manager did not contain json key password", "lacks a JSON key")]
    [InlineData("ResourceNotFoundException: The task can't retrieve the secret with ARN 'x'", "is not there")]
    [InlineData("InvalidParameter: 1 validation error(s) found. - minimum field size of 32, GetSecretValueInput.VersionId.", "version id that is none")]
    [InlineData("ResourceInitializationError: unable to pull secrets or registry auth: pull command failed: : signal: killed", "no way to Secrets Manager")]
    [InlineData("CannotPullContainerError: manifest unknown", "could not be pulled")]
    public void The_likely_cause_behind_what_Amazon_ECS_says_is_named_with_a_remedy(string quoted, string likely)
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
