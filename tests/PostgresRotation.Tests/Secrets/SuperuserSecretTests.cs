namespace RotationLambdas.PostgresRotation.Tests.Secrets;

public sealed class SuperuserSecretTests
{
    private static readonly TlsPolicy Tls = new(TlsMode.VerifyFull);

    [Fact]
    public async Task A_secret_of_its_own_shape_names_its_own_server()
    {
        var superuser = await ParseAsync(
            """{"host":"writer","port":6432,"dbname":"admin","username":"boss","password":"hunter2","ssl":false}""",
            new SuperuserOptions(null, "elsewhere", 7000));

        superuser.Address.ShouldBe(new ServerAddress("writer", 6432, "admin", Tls with { Mode = TlsMode.Disabled }));
        superuser.Credential.ShouldBe(new Credential("boss", "hunter2"));
    }

    [Theory]
    [InlineData("", 7000)]
    [InlineData("\"host\":\"writer\",", 5432)]
    public async Task The_configured_address_counts_only_without_a_host(string host, int port) =>
        (await ParseAsync($$"""{{{host}}"username":"boss","password":"hunter2"}""", new SuperuserOptions(null, "writer", 7000)))
            .Address.ShouldBe(new ServerAddress("writer", port, "postgres", Tls));

    [Theory]
    [InlineData("", "", "superuserAddresses")]
    [InlineData("\"engine\":\"mysql\",\"host\":\"db\",", "mysql", "")]
    public async Task Another_engine_or_no_host_at_all_is_refused(string fields, string problem, string remedy)
    {
        var error = await Should.ThrowAsync<SecretMalformedException>(
            () => ParseAsync($$"""{{{fields}}"username":"boss","password":"hunter2"}""", new SuperuserOptions()));

        error.Problem.ShouldContain(problem);
        error.Remedy.ShouldContain(remedy);
    }

    [Fact]
    public async Task Its_text_shows_no_password() =>
        (await ParseAsync("""{"host":"writer","username":"boss","password":"hunter2"}""", new SuperuserOptions())).ToString()
            .ShouldBe("boss at writer:5432");

    private static Task<SuperuserSecret> ParseAsync(string text, SuperuserOptions options) =>
        SuperuserSecret.ParseAsync(
            text, "arn", new RotationOptions { Superuser = options }, () => Task.FromResult<SuperuserAddress?>(null));
}
