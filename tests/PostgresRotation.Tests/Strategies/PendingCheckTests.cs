namespace RotationLambdas.PostgresRotation.Tests.Strategies;

public sealed class PendingCheckTests
{
    private const string Base = "\"host\":\"db.example.com\",\"port\":5432,\"dbname\":\"orders\"";
    private const string Next = ",\"username\":\"app\",\"password\":\"new\"";

    [Theory]
    [InlineData(Base + Next)]
    [InlineData("\"host\":\"DB.example.com.\",\"port\":\"5432\",\"dbname\":\"orders\",\"username\":\"app\",\"password\":\"new\"")]
    public void A_pending_secret_that_differs_in_its_password_alone_is_taken(string pending) => Should.NotThrow(() => Check(pending));

    [Theory]
    [InlineData("\"host\":\"evil.example.com\",\"dbname\":\"orders\"" + Next, "another host ")]
    [InlineData("\"host\":\"db.example.com\",\"port\":6432,\"dbname\":\"orders\"" + Next, "another port ")]
    [InlineData("\"host\":\"db.example.com\"" + Next, "another dbname ")]
    [InlineData(Base + ",\"masterarn\":\"arn:evil\"" + Next, "another masterarn ")]
    [InlineData(Base + ",\"username\":\"boss\",\"password\":\"new\"", "for the user boss, where app is next")]
    [InlineData(Base + ",\"username\":\"app\",\"password\":\"old\"", "would change nothing")]
    public void A_pending_secret_that_does_not_fit_is_refused(string pending, string problem) =>
        Should.Throw<SecretMismatchException>(() => Check(pending)).Problem.ShouldContain(problem);

    [Theory]
    [InlineData("md50123456789abcdef0123456789ABCDEF")]
    [InlineData("SCRAM-SHA-256$4096:c2FsdA==$c3RvcmVk:c2VydmVy")]
    public void A_pending_password_in_the_form_of_a_hash_is_refused(string password) =>
        Should.Throw<SecretMalformedException>(() => Check(Base + $",\"username\":\"app\",\"password\":\"{password}\""))
            .Message.ShouldNotContain(password);

    private static void Check(string pending) =>
        PendingCheck.Refuse(Known("AWSPENDING", pending), Known("AWSCURRENT", Base + ",\"username\":\"app\",\"password\":\"old\""), "app");

    private static KnownCredential Known(string name, string fields) =>
        new(name, "v", DatabaseSecret.Parse("{" + fields + "}", $"The {name} version"), DateTime.UnixEpoch);
}
