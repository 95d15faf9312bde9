using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.PostgresRotation.Options;
using RotationLambdas.PostgresRotation.Postgres;
using RotationLambdas.PostgresRotation.Secrets;

namespace RotationLambdas.PostgresRotation.Tests.Secrets;

public sealed class SuperuserSecretTests
{
    private static readonly TlsPolicy Tls = new(TlsMode.VerifyFull);

    [Fact]
    public void A_secret_of_its_own_shape_names_its_own_server()
    {
        var superuser = Parse(
            """{"host":"writer","port":6432,"dbname":"admin","username":"boss","password":"hunter2","ssl":false}""",
            new SuperuserOptions(null, "elsewhere", 7000));

        superuser.Address.ShouldBe(new ServerAddress("writer", 6432, "admin", Tls with { Mode = TlsMode.Disabled }));
        superuser.Credential.ShouldBe(new Credential("boss", "hunter2"));
    }

    [Fact]
    public void A_secret_without_a_host_takes_the_configured_address() =>
        Parse("""{"username":"boss","password":"hunter2"}""", new SuperuserOptions(null, "writer", 7000))
            .Address.ShouldBe(new ServerAddress("writer", 7000, "postgres", Tls));

    [Fact]
    public void A_host_without_port_has_PostgreSQLs_port() =>
        Parse("""{"host":"writer","username":"boss","password":"hunter2"}""", new SuperuserOptions(null, "elsewhere", 7000)).Address.Port.ShouldBe(5432);

    [Fact]
    public void A_secret_without_host_is_refused_when_none_is_configured() =>
        Should.Throw<SecretMalformedException>(() => Parse("""{"username":"boss","password":"hunter2"}""", new SuperuserOptions()))
            .Remedy.ShouldContain("SUPERUSER_HOST");

    [Fact]
    public void Another_engines_superuser_is_refused() =>
        Should.Throw<SecretMalformedException>(() => Parse("""{"engine":"mysql","host":"db","username":"boss","password":"hunter2"}""", new SuperuserOptions()))
            .Problem.ShouldContain("mysql");

    [Fact]
    public void Its_text_shows_no_password() =>
        Parse("""{"host":"writer","username":"boss","password":"hunter2"}""", new SuperuserOptions()).ToString().ShouldBe("boss at writer:5432");

    private static SuperuserSecret Parse(string text, SuperuserOptions options) =>
        SuperuserSecret.Parse(text, "arn", new RotationOptions { Superuser = options });
}
