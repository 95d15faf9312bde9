namespace RotationLambdas.PostgresRotation.Tests.Secrets;

public sealed class DatabaseSecretTests
{
    private const string Origin = "The AWSCURRENT version";
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
    [InlineData("\"abc\"")]
    [InlineData("\"\"")]
    [InlineData("\" 5432\"")]
    [InlineData("\"+5432\"")]
    [InlineData("5432.5")]
    [InlineData("5432.0")]
    [InlineData("5e3")]
    [InlineData("70000")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    [InlineData("true")]
    [InlineData("[5432]")]
    public void Any_other_port_is_refused(string port) =>
        Refused("port", port).ShouldContain("port that is not a whole number from 1 to 65535");

    [Theory]
    [InlineData("postgres")]
    [InlineData("postgresql")]
    [InlineData("aurora-postgresql")]
    [InlineData("Postgres")]
    public void PostgreSQLs_engines_are_taken(string engine) => With("engine", $"\"{engine}\"").Host.ShouldBe("db");

    [Theory]
    [InlineData("mysql", "\"mysql\"")]
    [InlineData("sqlserver", "\"sqlserver\"")]
    [InlineData("postgres\\nERROR", "\"postgres?ERROR\"")]
    public void Another_engine_is_refused_by_name(string engine, string shown) =>
        Refused("engine", $"\"{engine}\"").ShouldContain($"has the engine {shown}");

    [Theory]
    [InlineData("\"app;Host=evil\"")]
    [InlineData("\"host=evil\"")]
    [InlineData("\"postgresql://evil/app\"")]
    public void A_dbname_that_reads_like_a_connection_string_is_refused(string name) =>
        Refused("dbname", name).ShouldContain("reads like a connection string");

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
