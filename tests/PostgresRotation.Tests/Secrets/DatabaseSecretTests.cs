namespace RotationLambdas.PostgresRotation.Tests.Secrets;

public sealed class DatabaseSecretTests
{
    private const string Origin = "The AWSCURRENT version";
    private const string NoPort = "port that is not a whole number from 1 to 65535";
    private static readonly TlsPolicy VerifyFull = new(TlsMode.VerifyFull, "configured.example.com", "roots.pem");

    [Fact]
    public void A_secret_as_AWS_documents_it_is_read_whole()
    {
        var secret = Parse("""
            {"engine":"postgres","host":"db.example.com","username":"app","password":"hunter2","dbname":"orders","port":6432,
             "masterarn":"arn:aws:secretsmanager:eu-west-1:123456789012:secret:boss","ssl":true,"tls_certificate_name":"real.example.com"}
            """);

        secret.Host.ShouldBe("db.example.com");
        secret.Port.ShouldBe(6432);
        secret.Database.ShouldBe("orders");
        secret.Credential.ShouldBe(new Credential("app", "hunter2"));
        secret.SuperuserSecretId.ShouldBe("arn:aws:secretsmanager:eu-west-1:123456789012:secret:boss");
        secret.Address(VerifyFull).Tls.ShouldBe(new TlsPolicy(TlsMode.VerifyFull, "configured.example.com", "roots.pem"));
    }

    [Fact]
    public void A_secret_with_the_least_keys_gets_PostgreSQLs_defaults()
    {
        var secret = Parse("""{"host":"db","username":"app","password":"hunter2"}""");

        secret.Address(VerifyFull).ShouldBe(new ServerAddress("db", 5432, "postgres", VerifyFull));
        secret.SuperuserSecretId.ShouldBeNull();
    }

    [Theory]
    [InlineData("5433", 5433)]
    [InlineData("\"5433\"", 5433)]
    [InlineData("1", 1)]
    [InlineData("65535", 65535)]
    [InlineData("null", 5432)]
    public void A_port_may_be_a_number_or_a_string_of_digits(string port, int expected) => With("port", port).Port.ShouldBe(expected);

    [Theory]
    [InlineData("postgres")]
    [InlineData("postgresql")]
    [InlineData("aurora-postgresql")]
    [InlineData("Postgres")]
    public void PostgreSQLs_engines_are_taken(string engine) => With("engine", $"\"{engine}\"").Host.ShouldBe("db");

    [Fact]
    public void A_dbname_may_be_anything_that_PostgreSQL_accepts() =>
        With("dbname", "\"Größe 2024; 'quoted' \\\"x\\\" %\"").Database.ShouldBe("Größe 2024; 'quoted' \"x\" %");

    [Theory]
    [InlineData("host", "\"https://db.example.com\"", "host that is not one host name")]
    [InlineData("host", "\"db:5432\"", "host that is not one host name")]
    [InlineData("host", "\"a,b\"", "host that is not one host name")]
    [InlineData("host", "\"a b\"", "host that is not one host name")]
    [InlineData("host", "\"\"", "has no host")]
    [InlineData("host", "null", "has no host")]
    [InlineData("host", "7", "host that is not a string")]
    [InlineData("tls_certificate_name", "\"a/b\"", "tls_certificate_name that is not one host name")]
    [InlineData("username", "null", "has no username")]
    [InlineData("username", "\"\"", "has no username")]
    [InlineData("username", "[]", "username that is not a string")]
    [InlineData("host", "\"db\\n\"", "host that is not one host name")]
    [InlineData("username", "\"a\\u0000b\"", "username that cannot be right")]
    [InlineData("username", "\"app\\n\"", "ends with a line break")]
    [InlineData("dbname", "\"app\\n\"", "ends with a line break")]
    [InlineData("password", "null", "has no password")]
    [InlineData("password", "\"\"", "has no password")]
    [InlineData("password", "12345", "password that is not a string")]
    [InlineData("password", "\"a\\u0000b\"", "NUL character")]
    [InlineData("password", "\"\\ud800\"", "not valid Unicode")]
    [InlineData("masterarn", "{}", "masterarn that is not a string")]
    [InlineData("port", "\"abc\"", NoPort)]
    [InlineData("port", "\"\"", NoPort)]
    [InlineData("port", "\" 5432\"", NoPort)]
    [InlineData("port", "\"+5432\"", NoPort)]
    [InlineData("port", "5432.5", NoPort)]
    [InlineData("port", "5432.0", NoPort)]
    [InlineData("port", "5e3", NoPort)]
    [InlineData("port", "70000", NoPort)]
    [InlineData("port", "0", NoPort)]
    [InlineData("port", "-1", NoPort)]
    [InlineData("port", "99999999999999999999", NoPort)]
    [InlineData("port", "true", NoPort)]
    [InlineData("port", "[5432]", NoPort)]
    [InlineData("engine", "\"mysql\"", "has the engine \"mysql\"")]
    [InlineData("engine", "\"sqlserver\"", "has the engine \"sqlserver\"")]
    [InlineData("engine", "\"postgres\\nERROR\"", "has the engine \"postgres?ERROR\"")]
    [InlineData("dbname", "\"app;Host=evil\"", "reads like a connection string")]
    [InlineData("dbname", "\"host=evil\"", "reads like a connection string")]
    [InlineData("dbname", "\"postgresql://evil/app\"", "reads like a connection string")]
    public void A_value_that_cannot_be_right_is_refused_by_its_key(string key, string value, string problem) =>
        Refused(key, value).ShouldContain(problem);

    [Fact]
    public void A_name_may_have_63_bytes_and_no_more()
    {
        With("username", $"\"{new string('u', 63)}\"").UserName.Length.ShouldBe(63);
        Refused("username", $"\"{new string('ü', 32)}\"").ShouldContain("longer than 63 bytes");
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"True\"", true)]
    [InlineData("false", false)]
    [InlineData("\"FALSE\"", false)]
    [InlineData("\"yes\"", null)]
    [InlineData("0", null)]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    public void Reads_ssl_as_AWS_reads_it(string ssl, bool? expected) => With("ssl", ssl).Ssl.ShouldBe(expected);

    [Fact]
    public void A_new_credential_leaves_everything_else_as_it_was() =>
        Parse("""{"host":"db","port":"5432","username":"app","team":{"a":[1.0]},"password":"hunter2"}""")
            .With([new("username", "app_clone"), new("password", "n\"w")])
            .ShouldBe("""{"host":"db","port":"5432","username":"app_clone","team":{"a":[1.0]},"password":"n\"w"}""");

    [Fact]
    public void A_version_without_text_is_refused() =>
        Should.Throw<SecretMalformedException>(() => Parse("")).Problem.ShouldContain("holds no text");

    [Fact]
    public void Its_text_shows_who_logs_in_where_and_no_password() =>
        Parse("""{"host":"db","username":"app","password":"hunter2"}""").ToString().ShouldBe("app at db:5432/postgres");

    private static DatabaseSecret Parse(string text) => DatabaseSecret.Parse(text, Origin);

    private static DatabaseSecret With(string key, string value)
    {
        Dictionary<string, string> fields =
            new() { ["host"] = "\"db\"", ["username"] = "\"app\"", ["password"] = "\"hunter2\"", [key] = value };
        return Parse("{" + string.Join(",", fields.Select(field => $"\"{field.Key}\":{field.Value}")) + "}");
    }

    private static string Refused(string key, string value)
    {
        var error = Should.Throw<SecretMalformedException>(() => With(key, value));
        error.ToString().ShouldNotContain("hunter2");
        error.Problem.ShouldStartWith(Origin);
        return error.Problem;
    }
}
