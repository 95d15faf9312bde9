using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using NSubstitute;

namespace RotationLambdas.PostgresRotation.Tests.Options;

public sealed class TrustSettingsReaderTests
{
    private const string Arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app-a1b2c3";
    private readonly IAmazonSecretsManager _secretsManager = Substitute.For<IAmazonSecretsManager>();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    public async Task Allows_nothing_by_default(string? text)
    {
        var settings = await ReadAsync(text);

        settings.SuperuserSecrets.ShouldBeEmpty();
        settings.Recoverable.ShouldBeEmpty();
        settings.PasswordCopiesOf(Arn).ShouldBeEmpty();
        settings.SuperuserDatabase.ShouldBeNull();
    }

    [Fact]
    public async Task Reads_the_example_of_the_documentation()
    {
        var document = await File.ReadAllTextAsync(Repository.PathOf("docs", "reference", "trust-settings.md"));
        var example = document.Split("```json")[1].Split("```")[0];

        var settings = await ReadAsync(example);

        settings.Recoverable.ShouldHaveSingleItem().Role.ShouldBe("orders");
        settings.SuperuserAddresses.Values.ShouldHaveSingleItem().Port.ShouldBe(5432);
        settings.PasswordCopies.Values.ShouldHaveSingleItem().ShouldBe(["DATABASE_URL", "PGPASSWORD"]);
        foreach (var member in TrustSettingsJson.Default.TrustSettings.Properties.Select(property => property.Name))
        {
            example.ShouldContain($"\"{member}\"");
            document.ShouldContain($"| `{member}` |");
        }
    }

    [Fact]
    public async Task The_schema_has_the_same_members()
    {
        using var schema = JsonDocument.Parse(
            await File.ReadAllTextAsync(Repository.PathOf("docs", "reference", "trust-settings.schema.json")));

        schema.RootElement.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
        schema.RootElement.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal)
            .ShouldBe(TrustSettingsJson.Default.TrustSettings.Properties.Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"x":1}""", "$.x")]
    [InlineData("""{"SuperuserSecrets":[]}""", "$.SuperuserSecrets")]
    [InlineData("""{"superuserSecrets":[1]}""", "$.superuserSecrets[0]")]
    [InlineData("""{"superuserSecrets":null}""", "$.superuserSecrets")]
    [InlineData("""{"superuserSecrets":[null]}""", "$.superuserSecrets[0]")]
    [InlineData("""{"superuserSecrets":["app"]}""", "$.superuserSecrets[0]")]
    [InlineData("""{"superuserSecrets":["arn:aws:secretsmanager:eu-west-1:123456789012:secret:app-*"]}""", "$.superuserSecrets[0]")]
    [InlineData("""{"leaked":["arn:aws:ssm:eu-west-1:123456789012:secret:app-a1b2c3"]}""", "$.leaked[0]")]
    [InlineData("""{"leaked":[],"leaked":[]}""", "$.leaked")]
    [InlineData("""{"recoverable":[null]}""", "$.recoverable[0]")]
    [InlineData("""{"recoverable":[{"secret":"arn"}]}""", "$.recoverable[0]")]
    [InlineData("""{"recoverable":[{"secret":"arn","role":"app"}]}""", "$.recoverable[0].secret")]
    [InlineData("""{"privileged":[{"secret":"ARN","role":""}]}""", "$.privileged[0].role")]
    [InlineData("""{"privileged":[{"secret":"ARN","role":"app","since":1}]}""", "$.privileged[0].since")]
    [InlineData("""{"certificateNames":{"app":"db"}}""", "$.certificateNames['app']")]
    [InlineData("""{"certificateNames":{"ARN":"a b"}}""", "$.certificateNames['ARN']")]
    [InlineData("""{"certificateNames":{"ARN":"a","ARN":"b"}}""", "$.certificateNames.ARN")]
    [InlineData("""{"superuserAddresses":{"ARN":{"host":"a:1"}}}""", "$.superuserAddresses['ARN'].host")]
    [InlineData("""{"superuserAddresses":{"ARN":{"host":"a","port":0}}}""", "$.superuserAddresses['ARN'].port")]
    [InlineData("""{"passwordCopies":{"ARN":["password"]}}""", "$.passwordCopies['ARN']")]
    [InlineData("""{"passwordCopies":{"ARN":[]}}""", "$.passwordCopies['ARN']")]
    [InlineData("""{"superuserDatabase":""}""", "$.superuserDatabase")]
    [InlineData("{", "$ (line 1, byte 1)")]
    [InlineData("{} x", "$ (line 1, byte 3)")]
    public async Task Names_the_path_of_what_is_invalid(string text, string path)
    {
        var error = await Should.ThrowAsync<ConfigurationInvalidException>(
            () => ReadAsync(text.Replace("ARN", Arn, StringComparison.Ordinal)));

        error.Problem.ShouldStartWith("TRUST_SETTINGS is invalid at " + path.Replace("ARN", Arn, StringComparison.Ordinal));
        error.Remedy.ShouldStartWith("Allowed there: ");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("app")]
    [InlineData("arn:aws:secretsmanager:eu-west-1:1:secret:app-a1b2c3")]
    public async Task Refuses_what_is_neither_an_object_nor_an_ARN(string text) =>
        (await Should.ThrowAsync<ConfigurationInvalidException>(() => ReadAsync(text)))
            .Problem.ShouldStartWith("TRUST_SETTINGS is neither a JSON object nor");

    [Fact]
    public async Task Does_not_repeat_what_it_cannot_read() =>
        (await Should.ThrowAsync<ConfigurationInvalidException>(() => ReadAsync("""{"leaked":hunter2}"""))).ToString()
            .ShouldNotContain("hunter2");

    [Fact]
    public async Task Reads_the_secret_that_the_variable_names()
    {
        _ = _secretsManager.GetSecretValueAsync(
            Arg.Is<GetSecretValueRequest>(request => request.SecretId == Arn), Arg.Any<CancellationToken>())
            .Returns(new GetSecretValueResponse { SecretString = $$"""{"leaked":["{{Arn}}"]}""" });

        (await ReadAsync(Arn)).Leaked.ShouldBe([Arn]);
    }

    [Fact]
    public async Task A_secret_that_cannot_be_read_is_named()
    {
        _ = _secretsManager.GetSecretValueAsync(Arg.Any<GetSecretValueRequest>(), Arg.Any<CancellationToken>())
            .Returns<GetSecretValueResponse>(_ => throw new ResourceNotFoundException("No.") { ErrorCode = "ResourceNotFoundException" });

        (await Should.ThrowAsync<ConfigurationInvalidException>(() => ReadAsync(Arn)))
            .Problem.ShouldContain($"{Arn} that TRUST_SETTINGS names cannot be read");
    }

    private Task<TrustSettings> ReadAsync(string? text) => TrustSettingsReader.ReadAsync(_ => text, _secretsManager);
}
