namespace RotationLambdas.EcsRedeployment.Tests.References;

public sealed class ReferenceReaderTests
{
    private const string Empty = "The reference is empty.";
    private const string SecretParts = "parts after the account";
    private const string NoParameterArn = "is an ARN of Systems Manager but not that of a parameter";
    private const string NoParameter = "names no parameter";
    private static readonly Location Elsewhere = new("aws", "us-east-1", "210987654321");

    [Theory]
    // A complete ARN, with and without its five-part ending.
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123", "SecretByArn", "db-AbC123", null, null)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123:::", "SecretByArn", "db-AbC123", null, null)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123:password::", "SecretByArn", "db-AbC123", null, null)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123::AWSPREVIOUS:", "SecretByArn", "db-AbC123", "AWSPREVIOUS",
        null)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123:::"
        + VersionId, "SecretByArn", "db-AbC123", null, VersionId)]
    // The shortest version id there is.
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123:::0123456789abcdef0123456789abcdef", "SecretByArn",
        "db-AbC123", null,
        "0123456789abcdef0123456789abcdef")]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123:username:blue:", "SecretByArn", "db-AbC123", "blue", null)]
    // A partial ARN is the name.
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db", "SecretByName", "db", null, null)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db:password::", "SecretByName", "db", null, null)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/app/db", "SecretByName", "prod/app/db", null, null)]
    // An id that ends in a hyphen and six characters is complete to Secrets Manager, even where somebody meant a name.
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:my-secret", "SecretByArn", "my-secret", null, null)]
    // RDS names its secrets with an exclamation mark.
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!db-1a2b-3c4d-AbC123", "SecretByArn", "rds!db-1a2b-3c4d-AbC123",
        null, null)]
    // Parameter Store: by name, by path, by ARN, with a selector.
    [InlineData("db-password", "Parameter", "db-password", null, null)]
    [InlineData("/prod/db", "Parameter", "prod/db", null, null)]
    [InlineData("arn:aws:ssm:eu-west-1:123456789012:parameter/prod/db", "Parameter", "prod/db", null, null)]
    [InlineData("arn:aws:ssm:eu-west-1:123456789012:parameter/prod/db:3", "Parameter", "prod/db", null, "3")]
    [InlineData("/prod/db:blue", "Parameter", "prod/db", "blue", null)]
    [InlineData("/prod/db:v2", "Parameter", "prod/db", "v2", null)]
    [InlineData("/prod/db:", "Parameter", "prod/db", null, null)]
    // Parameter Store's pass-through to Secrets Manager.
    [InlineData("/aws/reference/secretsmanager/db", "SecretByName", "db", null, null)]
    [InlineData("/aws/reference/secretsmanager/prod/db", "SecretByName", "prod/db", null, null)]
    [InlineData("/aws/reference/secretsmanager/db:AWSPREVIOUS", "SecretByName", "db", "AWSPREVIOUS", null)]
    [InlineData("/aws/reference/secretsmanager/db:" + VersionId, "SecretByName", "db", null, VersionId)]
    [InlineData("arn:aws:ssm:eu-west-1:123456789012:parameter/aws/reference/secretsmanager/db", "SecretByName", "db", null, null)]
    public void A_container_secret_is_read_as_the_agent_reads_it(
        string text, string kind, string id, string? stage, string? versionId)
    {
        var reference = Read(text).Reference.ShouldNotBeNull();

        reference.Source.ShouldBe(new SourceKey(Enum.Parse<SourceKind>(kind), Home, id));
        reference.Stage.ShouldBe(stage);
        reference.VersionId.ShouldBe(versionId);
        reference.Text.ShouldBe(text);
        reference.Holder.ShouldBe("app");
        reference.IsReadAtTaskStart.ShouldBeTrue();
    }

    [Fact]
    public void A_secret_of_another_account_and_Region_keeps_them() =>
        Read("arn:aws:secretsmanager:us-east-1:210987654321:secret:db-AbC123").Reference!.Source
            .ShouldBe(new SourceKey(SourceKind.SecretByArn, Elsewhere, "db-AbC123"));

    [Theory]
    [InlineData("registry-login", "SecretByName", "registry-login")]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:registry-login-AbC123", "SecretByArn", "registry-login-AbC123")]
    public void Repository_credentials_are_no_reason_to_restart(string text, string kind, string id)
    {
        var reference = Read(text, ReferencePlace.RepositoryCredentials).Reference.ShouldNotBeNull();

        reference.Source.ShouldBe(new SourceKey(Enum.Parse<SourceKind>(kind), Home, id));
        reference.IsReadAtTaskStart.ShouldBeFalse();
    }

    [Fact]
    public void Credentials_of_a_file_system_are_read_by_ARN() =>
        Read("arn:aws:ssm:eu-west-1:123456789012:parameter/fsx", ReferencePlace.FileSystemCredentials).Reference!.Source
            .ShouldBe(SourceKey.OfParameter(Home, "fsx"));

    [Theory]
    [InlineData("credentialspecdomainless:arn:aws:ssm:eu-west-1:123456789012:parameter/gmsa", "gmsa")]
    [InlineData("credentialspec:arn:aws:ssm:eu-west-1:123456789012:parameter/gmsa", "gmsa")]
    [InlineData("credentialspec:arn:aws:s3:::bucket/gmsa.json", null)]
    [InlineData("credentialspec:file://gmsa.json", null)]
    public void A_credential_specification_is_followed_to_its_parameter(string text, string? parameter)
    {
        var reading = Read(text, ReferencePlace.CredentialSpec);

        reading.Problem.ShouldBeNull();
        reading.Reference?.Source.Id.ShouldBe(parameter);
        (reading.Reference is null).ShouldBe(parameter is null);
    }

    [Theory]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123", true)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123:password::", true)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123:password", false)]
    [InlineData("arn:aws:ssm:eu-west-1:123456789012:parameter/db", false)]
    [InlineData("production", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void An_environment_value_is_a_reference_only_as_an_ARN(string? value, bool isReference)
    {
        var reading = Read(value, ReferencePlace.EnvironmentValue);

        (reading.Reference is not null).ShouldBe(isReference);
        reading.Problem.ShouldBeNull();
    }

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
    [InlineData("db", "credentials of a file system are named by ARN only", ReferencePlace.FileSystemCredentials)]
    [InlineData("arn:aws:secretsmanager", "begins like an ARN and lacks parts of one", ReferencePlace.RepositoryCredentials)]
    [InlineData("arn:aws:secretsmanager", "begins like an ARN and lacks parts of one", ReferencePlace.ServiceTag)]
    [InlineData("arn:aws:s3:::bucket/key", "is an ARN of s3", ReferencePlace.ServiceTag)]
    [InlineData("", Empty, ReferencePlace.CredentialSpec)]
    [InlineData("credentialspec:arn:aws:ssm:eu-west-1:123456789012:document/gmsa", NoParameterArn, ReferencePlace.CredentialSpec)]
    internal void A_text_that_the_agent_or_its_place_does_not_allow_is_reported_with_its_reason(
        string? text, string reason, ReferencePlace place = ReferencePlace.ContainerSecret)
    {
        var reading = Read(text, place);

        reading.Reference.ShouldBeNull();
        reading.Problem.ShouldNotBeNull().ShouldContain(reason);
        reading.Problem.ShouldContain(string.IsNullOrWhiteSpace(text) ? "empty" : $"'{text}'");
    }

    private static ReferenceReading Read(string? text, ReferencePlace place = ReferencePlace.ContainerSecret) =>
        new ReferenceReader(Home).Read(text, place, "app");
}
