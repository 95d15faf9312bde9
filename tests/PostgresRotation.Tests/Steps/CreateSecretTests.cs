using Amazon.SecretsManager.Model;

namespace RotationLambdas.PostgresRotation.Tests.Steps;

public sealed class CreateSecretTests(RotationSandbox fixture) : IClassFixture<RotationSandbox>, IDisposable
{
    private static readonly string Text = StubbedSecret.ValueOf("old");

    public void Dispose() => fixture.Reset();

    [Fact]
    public async Task The_log_shows_the_first_writer_and_later_ones()
    {
        fixture.InsteadOfPostgres = new FakeDatabase();
        var secret = await fixture.CreateSecretAsync(Text);
        var stopped = await fixture.RotateUntilAsync(secret, "createSecret");
        var written = await secret.TextAsync("AWSPENDING");
        fixture.Log.ShouldContain("holds a new password for app");
        fixture.Log.ShouldNotContain("keeps it");
        fixture.Reset();

        await fixture.StepAsync("createSecret", secret.Arn, stopped.VersionId);

        fixture.Log.ShouldContain("has its value already, and keeps it");
        fixture.Log.ShouldNotContain("holds a new password");
        (await secret.TextAsync("AWSPENDING")).ShouldBe(written);
    }

    [Fact]
    public async Task The_pending_version_has_its_label_and_the_rotation_token()
    {
        StubbedSecret secret = new() { Labels = { ["old"] = ["AWSCURRENT"], ["new"] = ["AWSPENDING"] } };
        secret.Add("old", Text, "AWSCURRENT");

        await secret.StepAsync("createSecret", "new", new FakeDatabase(), rotationToken: "token of the rotation");

        var written = secret.Written.ShouldHaveSingleItem();
        written.ClientRequestToken.ShouldBe("new");
        written.VersionStages.ShouldBe(["AWSPENDING"]);
        written.RotationToken.ShouldBe("token of the rotation");
    }

    [Theory]
    [InlineData("createSecret")]
    [InlineData("setSecret")]
    public async Task Without_an_AWSCURRENT_version_there_is_nothing_to_rotate(string step)
    {
        StubbedSecret secret = new() { Labels = { ["new"] = ["AWSPENDING"] } };
        secret.Add("new", Text, "AWSPENDING");
        FakeDatabase database = new();

        var error = await Should.ThrowAsync<RotationNotReadyException>(() => secret.StepAsync(step, "new", database));

        error.Problem.ShouldContain("has no AWSCURRENT version");
        secret.Written.ShouldBeEmpty();
        database.Logins.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"masterarn\":\"arn:aws:secretsmanager:eu-west-1:123456789012:secret:unlisted-a1b2c3\"", "ConfigurationInvalidException",
        "superuserSecrets")]
    [InlineData("\"username\":\"abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij\",\"masterarn\":\"arn\"",
        "RoleUnsuitableException", "SUFFIX")]
    [InlineData("\"tls_certificate_name\":\"evil.example.com\"", "SecretMalformedException", "certificateNames")]
    [InlineData("\"host\":\"\"", "SecretMalformedException", "host")]
    [InlineData("\"ssl\":false", "SecretMalformedException", "plaintextTransport")]
    public async Task Refuses_what_setSecret_could_not_do(string fields, string error, string remedy)
    {
        fixture.Environment["TLS_MODE"] = "verify-full";

        var outcome = await RotateAsync(fields);

        outcome.LastStep().ErrorType.ShouldBe(error);
        outcome.LastStep().ErrorMessage!.ShouldContain(remedy);
        outcome.Attempts[^1].Steps.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Refuses_a_secret_that_names_itself_as_superuser()
    {
        var secret = await fixture.CreateSecretAsync(Text);
        _ = await secret.PutChangedAsync("masterarn", secret.Arn);
        fixture.Allow("superuserSecrets", secret.Arn);

        (await fixture.RotateAsync(secret)).ShouldFailWith<SecretMismatchException>();

        (await secret.HolderAsync("AWSPENDING")).ShouldNotBeNull();
        _ = await Should.ThrowAsync<ResourceNotFoundException>(() => secret.TextAsync("AWSPENDING"));
    }

    [Theory]
    [InlineData("""{"username":"boss"}""", "has no password")]
    [InlineData("not JSON", "is not valid JSON")]
    public async Task Refuses_a_superusers_secret_that_cannot_be_used(string text, string problem)
    {
        var superuser = await fixture.CreateSecretAsync(text);
        fixture.Allow("superuserSecrets", superuser.Arn);

        var outcome = await RotateAsync($"\"masterarn\":\"{superuser.Arn}\"");

        outcome.LastStep().ErrorMessage!.ShouldContain(problem);
        outcome.Attempts[^1].Steps.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_byte_order_mark_is_left_out_with_a_warning()
    {
        fixture.UseFakeDatabase();
        var secret = await fixture.CreateSecretAsync('\uFEFF' + Text);

        (await fixture.RotateAsync(secret)).ShouldSucceed();

        (await secret.TextAsync()).ShouldStartWith("{");
        fixture.Log.ShouldContain("byte order mark");
    }

    [Fact]
    public async Task Copies_of_the_password_are_rewritten_or_reported()
    {
        fixture.InsteadOfPostgres = new FakeDatabase { Passwords = { ["app"] = "the old one" } };
        var secret = await fixture.CreateSecretAsync(
            """{"username":"app","password":"the old one","host":"db.example.com","PGPASSWORD":"the old one","URL":"postgres://app:the%20old%20one@x/y"}""");
        fixture.Trust["passwordCopies"] = new JsonObject { [secret.Arn] = new JsonArray("PGPASSWORD") };

        (await fixture.RotateAsync(secret)).ShouldSucceed();

        var value = JsonNode.Parse(await secret.TextAsync())!;
        ((string)value["PGPASSWORD"]!).ShouldBe((string)value["password"]!);
        fixture.Log.ShouldContain("were not rewritten: URL.");
    }

    private async Task<RotationOutcome> RotateAsync(string fields)
    {
        fixture.InsteadOfPostgres = new FakeDatabase();
        var value = RotationSandbox.With(JsonNode.Parse(Text)!.AsObject(), fields);
        return await fixture.RotateAsync(await fixture.CreateSecretAsync(value));
    }
}
