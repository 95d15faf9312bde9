namespace RotationLambdas.PostgresRotation.Tests.Secrets;

public sealed class SecretDocumentTests
{
    private const string Origin = "The AWSCURRENT version";

    [Theory]
    [InlineData("""{"username":"u","password":"p"}""", """{"username":"u2","password":"p2"}""")]
    [InlineData(
        """{ "password" : "p" ,"z":1e2, "a":[1,{"password":"inner"}], "username":"u" }""",
        """{ "password" : "p2" ,"z":1e2, "a":[1,{"password":"inner"}], "username":"u2" }""")]
    [InlineData(
        """{"n":5432.000,"big":123456789012345678901234567890,"neg":-0.0,"username":"u","password":"p","t":true,"no":null}""",
        """{"n":5432.000,"big":123456789012345678901234567890,"neg":-0.0,"username":"u2","password":"p2","t":true,"no":null}""")]
    [InlineData(
        """{"é\u00e9\ud83d\ude00":"\u0041\/ü","username":"\u0075","password":"p"}""",
        """{"é\u00e9\ud83d\ude00":"\u0041\/ü","username":"u2","password":"p2"}""")]
    [InlineData(
        "{\r\n\t\"broken\": \"\\ud800\",\n  \"username\": \"u\",\n  \"password\": \"p\"\n}\n",
        "{\r\n\t\"broken\": \"\\ud800\",\n  \"username\": \"u2\",\n  \"password\": \"p2\"\n}\n")]
    public void Only_the_named_values_change_and_every_other_character_stays(string before, string after) =>
        Replace(before, "u2", "p2").ShouldBe(after);

    [Theory]
    [InlineData("\"\\\b\f\n\r\t/'<>&+")]
    [InlineData("😀 пароль 用户 \u2028\u007f\u0001")]
    public void A_new_value_is_written_so_that_every_reader_gets_it_back(string password)
    {
        using var read = JsonDocument.Parse(Replace("""{"username":"u","password":"p"}""", "u", password));

        read.RootElement.GetProperty("password").GetString().ShouldBe(password);
    }

    [Fact]
    public void A_key_that_is_absent_is_not_added() =>
        SecretDocument.Parse("""{"a":"b"}""", Origin).With(new KeyValuePair<string, string>("password", "p")).ShouldBe("""{"a":"b"}""");

    [Theory]
    [InlineData("")]
    [InlineData("hunter2-the-password")]
    [InlineData("{'password':'hunter2'}")]
    [InlineData("{\"password\":\"hunter2\"")]
    [InlineData("{\"password\":\"hunter2\"} trailing")]
    [InlineData("{\"password\":\"hunter2\",}")]
    [InlineData("{\"password\":\"hunter2\"/* comment */}")]
    [InlineData("{\"password\":\"hunter2\\x\"}")]
    [InlineData("{\"\\ud800\":\"hunter2\"}")]
    public void Text_that_is_not_JSON_is_refused_without_being_quoted(string text)
    {
        var error = Should.Throw<SecretMalformedException>(() => SecretDocument.Parse(text, Origin));

        error.Problem.ShouldBe("The AWSCURRENT version is not valid JSON.");
        error.ToString().ShouldNotContain("hunter2");
    }

    [Fact]
    public void Text_that_UTF8_cannot_carry_is_refused() =>
        Should.Throw<SecretMalformedException>(() => SecretDocument.Parse("{\"note\":\"" + '\ud800' + "\"}", Origin));

    [Theory]
    [InlineData("[]")]
    [InlineData("\"hunter2\"")]
    [InlineData("1")]
    [InlineData("null")]
    public void JSON_that_is_no_object_is_refused(string text) =>
        Should.Throw<SecretMalformedException>(() => SecretDocument.Parse(text, Origin))
            .Problem.ShouldBe("The AWSCURRENT version is JSON, but not an object.");

    [Theory]
    [InlineData("""{"host":"a","host":"b"}""", "host")]
    [InlineData("""{"pass\u0077ord":"hunter2","password":"hunter3"}""", "password")]
    [InlineData("""{"x":1,"y":2,"x":1}""", "x")]
    public void A_duplicate_key_is_refused(string text, string key)
    {
        var error = Should.Throw<SecretMalformedException>(() => SecretDocument.Parse(text, Origin));

        error.Problem.ShouldContain($"the key \"{key}\" twice");
        error.ToString().ShouldNotContain("hunter");
    }

    [Fact]
    public void A_value_that_is_JSON_null_counts_as_absent()
    {
        var document = SecretDocument.Parse("""{"port":null}""", Origin);

        document.Kind("port").ShouldBeNull();
        document.Text("port").ShouldBeNull();
    }

    [Fact]
    public void Its_text_is_its_origin_alone() =>
        SecretDocument.Parse("""{"password":"hunter2"}""", Origin).ToString().ShouldBe(Origin);

    private static string Replace(string text, string userName, string password) => SecretDocument.Parse(text, Origin).With(
        new KeyValuePair<string, string>("username", userName), new KeyValuePair<string, string>("password", password));
}
