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

    [Fact]
    public async Task A_secret_without_a_host_takes_the_configured_address() =>
        (await ParseAsync("""{"username":"boss","password":"hunter2"}""", new SuperuserOptions(null, "writer", 7000)))
            .Address.ShouldBe(new ServerAddress("writer", 7000, "postgres", Tls));

    [Fact]
    public async Task A_host_without_port_has_PostgreSQLs_port() =>
        (await ParseAsync("""{"host":"writer","username":"boss","password":"hunter2"}""", new SuperuserOptions(null, "elsewhere", 7000)))
            .Address.Port.ShouldBe(5432);

    [Fact]
    public async Task A_secret_without_host_is_refused_when_none_is_configured() =>
        (await Should.ThrowAsync<SecretMalformedException>(
            () => ParseAsync("""{"username":"boss","password":"hunter2"}""", new SuperuserOptions())))
                .Remedy.ShouldContain("superuserAddresses");

    [Fact]
    public async Task Another_engines_superuser_is_refused() =>
        (await Should.ThrowAsync<SecretMalformedException>(
            () => ParseAsync("""{"engine":"mysql","host":"db","username":"boss","password":"hunter2"}""", new SuperuserOptions())))
                .Problem.ShouldContain("mysql");

    [Fact]
    public async Task Its_text_shows_no_password() =>
        (await ParseAsync("""{"host":"writer","username":"boss","password":"hunter2"}""", new SuperuserOptions())).ToString()
            .ShouldBe("boss at writer:5432");

    private static Task<SuperuserSecret> ParseAsync(string text, SuperuserOptions options) =>
        SuperuserSecret.ParseAsync(
            text, "arn", new RotationOptions { Superuser = options }, () => Task.FromResult<SuperuserAddress?>(null));
}
