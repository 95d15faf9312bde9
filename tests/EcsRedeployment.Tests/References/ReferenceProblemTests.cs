namespace RotationLambdas.EcsRedeployment.Tests.References;

public sealed class ReferenceProblemTests
{
    private const string Empty = "The reference is empty.";
    private const string SecretParts = "parts after the account";
    private const string NoParameterArn = "is an ARN of Systems Manager but not that of a parameter";
    private const string NoParameter = "names no parameter";
    private static readonly Location Home = new("aws", "eu-west-1", "123456789012");

    [Theory]
    [InlineData(null, Empty)]
    [InlineData("", Empty)]
    [InlineData(" ", Empty)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret", SecretParts)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:", SecretParts)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret::::", SecretParts)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123:password", SecretParts)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123:password:AWSCURRENT", SecretParts)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123:a:b:c:d", SecretParts)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:password:db-AbC123", SecretParts)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123:::too-short-a-version", "version id shorter than 32 "
        + "characters")]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123:::0123456789abcdef0123456789abcde",
        "version id shorter than 32 characters")]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012", "begins like an ARN and lacks parts of one")]
    [InlineData("arn:aws:ssm:eu-west-1:123456789012:parameter", NoParameterArn)]
    [InlineData("arn:aws:ssm:eu-west-1:123456789012:document/db", NoParameterArn)]
    [InlineData("arn:aws:ssm:eu-west-1:123456789012:parameter/", NoParameter)]
    [InlineData("arn:aws:ssm:eu-west-1:123456789012:parameter/:3", NoParameter)]
    [InlineData("/", NoParameter)]
    [InlineData("/aws/reference/secretsmanager/", NoParameter)]
    [InlineData("/aws/reference/secretsmanager/:AWSPREVIOUS", NoParameter)]
    [InlineData("arn:aws:s3:::bucket/key", "is an ARN of s3, neither of Secrets Manager nor of Parameter Store")]
    public void A_text_that_the_agent_would_refuse_is_reported_with_its_reason(string? text, string reason) =>
        ShouldBeReported(text, ReferencePlace.ContainerSecret, reason);

    [Theory]
    [InlineData("db", ReferencePlace.FileSystemCredentials, "credentials of a file system are named by ARN only")]
    [InlineData("arn:aws:secretsmanager", ReferencePlace.RepositoryCredentials, "begins like an ARN and lacks parts of one")]
    [InlineData("arn:aws:secretsmanager", ReferencePlace.ServiceTag, "begins like an ARN and lacks parts of one")]
    [InlineData("arn:aws:s3:::bucket/key", ReferencePlace.ServiceTag, "is an ARN of s3")]
    [InlineData("", ReferencePlace.CredentialSpec, Empty)]
    [InlineData("credentialspec:arn:aws:ssm:eu-west-1:123456789012:document/gmsa", ReferencePlace.CredentialSpec, NoParameterArn)]
    internal void A_text_that_its_place_does_not_allow_is_reported_with_its_reason(string text, ReferencePlace place, string reason) =>
        ShouldBeReported(text, place, reason);

    private static void ShouldBeReported(string? text, ReferencePlace place, string reason)
    {
        var reading = new ReferenceReader(Home).Read(text, place, "app");

        reading.Reference.ShouldBeNull();
        reading.Problem.ShouldNotBeNull().ShouldContain(reason);
        reading.Problem.ShouldContain(string.IsNullOrWhiteSpace(text) ? "empty" : $"'{text}'");
    }
}
