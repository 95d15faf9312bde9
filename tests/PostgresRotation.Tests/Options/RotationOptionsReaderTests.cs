namespace RotationLambdas.PostgresRotation.Tests.Options;

public sealed class RotationOptionsReaderTests
{
    private const string Superuser = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:boss";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Nothing_set_means_AWSs_own_behaviour_over_verified_TLS(string? value)
    {
        var options = RotationOptionsReader.Read(_ => value);

        options.Strategy.ShouldBe(RotationStrategyChoice.Auto);
        options.Superuser.ShouldBe(new SuperuserOptions(null, null, 5432));
        options.AlternateUserSuffix.ShouldBe("_clone");
        options.SharesOwnership.ShouldBeTrue();
        options.Tls.ShouldBe(new TlsPolicy(TlsMode.VerifyFull));
        options.TestQuery.ShouldBeNull();
        options.ReadOnlyExpected.ShouldBeFalse();
        options.ConnectTimeout.ShouldBe(TimeSpan.FromSeconds(5));
        options.Passwords.Length.ShouldBe(32);
    }

    [Fact]
    public void Every_variable_is_read()
    {
        var roots = Path.GetTempFileName();
        try
        {
            var options = Read(
                ("ROTATION_STRATEGY", "Alternating-Users"),
                ("SUPERUSER_SECRET_ARN", Superuser),
                ("SUPERUSER_HOST", "writer.example.com"),
                ("SUPERUSER_PORT", "6432"),
                ("ALTERNATE_USER_SUFFIX", "_b"),
                ("SHARE_OWNERSHIP", "no"),
                ("TLS_MODE", "prefer"),
                ("TLS_CERTIFICATE_NAME", "db.internal"),
                ("TLS_CA_FILE", roots),
                ("TEST_QUERY", "SELECT 1 FROM app.health"),
                ("READ_ONLY_EXPECTED", "1"),
                ("CONNECT_TIMEOUT_SECONDS", "2"),
                ("PASSWORD_LENGTH", "40"));

            options.Strategy.ShouldBe(RotationStrategyChoice.AlternatingUsers);
            options.Superuser.ShouldBe(new SuperuserOptions(Superuser, "writer.example.com", 6432));
            options.AlternateUserSuffix.ShouldBe("_b");
            options.SharesOwnership.ShouldBeFalse();
            options.Tls.ShouldBe(new TlsPolicy(TlsMode.Prefer, "db.internal", roots));
            options.TestQuery.ShouldBe("SELECT 1 FROM app.health");
            options.ReadOnlyExpected.ShouldBeTrue();
            options.ConnectTimeout.ShouldBe(TimeSpan.FromSeconds(2));
            options.Passwords.Length.ShouldBe(40);
        }
        finally
        {
            File.Delete(roots);
        }
    }

    [Theory]
    [InlineData("ROTATION_STRATEGY", "multi-user", "auto, single-user or alternating-users")]
    [InlineData("TLS_MODE", "disable", "verify-full or prefer")]
    [InlineData("TLS_CA_FILE", "missing/roots.pem", "path of a file")]
    [InlineData("TLS_CERTIFICATE_NAME", "https://db", "one host name")]
    [InlineData("SUPERUSER_HOST", "db:5432", "one host name")]
    [InlineData("SUPERUSER_PORT", "0", "1 to 65535")]
    [InlineData("SUPERUSER_PORT", "65536", "1 to 65535")]
    [InlineData("SUPERUSER_PORT", "5432.0", "1 to 65535")]
    [InlineData("ALTERNATE_USER_SUFFIX", "_abcdefghijklmnop", "at most 16 bytes")]
    [InlineData("ALTERNATE_USER_SUFFIX", "a\0b", "NUL")]
    [InlineData("SHARE_OWNERSHIP", "maybe", "true or false")]
    [InlineData("READ_ONLY_EXPECTED", "2", "true or false")]
    [InlineData("CONNECT_TIMEOUT_SECONDS", "0", "1 to 10")]
    [InlineData("CONNECT_TIMEOUT_SECONDS", "11", "1 to 10")]
    [InlineData("CONNECT_TIMEOUT_SECONDS", "-3", "1 to 10")]
    [InlineData("PASSWORD_LENGTH", "many", "1 to 4096")]
    public void An_invalid_value_is_refused_with_its_name_and_what_is_allowed(string name, string value, string allowed)
    {
        var error = Should.Throw<ConfigurationInvalidException>(() => Read((name, value)));

        error.Message.ShouldContain(name);
        error.Message.ShouldContain(OutsideText.Of(value));
        error.Message.ShouldContain(allowed);
    }

    [Theory]
    [InlineData(true, nameof(TlsMode.VerifyFull), nameof(TlsMode.VerifyFull))]
    [InlineData(false, nameof(TlsMode.VerifyFull), nameof(TlsMode.VerifyFull))]
    [InlineData(null, nameof(TlsMode.VerifyFull), nameof(TlsMode.VerifyFull))]
    [InlineData(true, nameof(TlsMode.Prefer), nameof(TlsMode.VerifyFull))]
    [InlineData(false, nameof(TlsMode.Prefer), nameof(TlsMode.Disabled))]
    [InlineData(null, nameof(TlsMode.Prefer), nameof(TlsMode.Prefer))]
    public void A_secret_only_tightens_the_operators_transport(bool? ssl, string configured, string mode) =>
        new RotationOptions { Tls = new TlsPolicy(Enum.Parse<TlsMode>(configured)) }.TransportOf("arn", ssl)
            .Mode.ShouldBe(Enum.Parse<TlsMode>(mode));

    [Fact]
    public void Plaintext_and_certificate_names_are_the_operators()
    {
        RotationOptions options = new()
        {
            Tls = new TlsPolicy(TlsMode.VerifyFull, "all"),
            Trust = new TrustSettings
            {
                PlaintextTransport = ["arn"],
                CertificateNames = new Dictionary<string, string> { ["arn"] = "own" }
            },
        };

        options.TransportOf("arn", false).ShouldBe(new TlsPolicy(TlsMode.Disabled, "own"));
        options.TransportOf("other", false).ShouldBe(new TlsPolicy(TlsMode.VerifyFull, "all"));
    }

    [Fact]
    public async Task Every_variable_that_is_read_is_in_the_document()
    {
        HashSet<string> read = [];
        _ = RotationOptionsReader.Read(name =>
        {
            _ = read.Add(name);
            return null;
        });
        var text = await File.ReadAllTextAsync(Repository.PathOf("docs", "reference", "rotation.md"));

        read.Where(name => !text.Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeEmpty();
        read.Count.ShouldBe(20);
    }

    private static RotationOptions Read(params (string Name, string Value)[] variables) =>
        RotationOptionsReader.Read(name => variables.FirstOrDefault(variable => variable.Name == name).Value);
}
