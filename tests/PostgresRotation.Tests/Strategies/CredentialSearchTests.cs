namespace RotationLambdas.PostgresRotation.Tests.Strategies;

public sealed class CredentialSearchTests
{
    private readonly FakeDatabase _database = new();
    private readonly StubbedSecret _secret = new() { Labels = { ["old"] = ["AWSCURRENT"], ["new"] = ["AWSPENDING"] } };

    public CredentialSearchTests()
    {
        _secret.AddPassword("old", "old", "AWSCURRENT");
        _secret.AddPassword("new", "new", "AWSPENDING");
    }

    [Fact]
    public async Task A_refused_credential_is_followed_by_the_next()
    {
        _database.Passwords["app"] = "new";

        await _secret.StepAsync("setSecret", "new", _database);

        _database.Logins.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_unreachable_server_gets_no_other_credential()
    {
        _database.Passwords["app"] = "old";
        _database.BeforeLogin = () => throw new DatabaseUnreachableException("It is down.", "Start it.");

        _ = await Should.ThrowAsync<DatabaseUnreachableException>(() => _secret.StepAsync("setSecret", "new", _database));

        _database.Logins.Count.ShouldBe(1);
    }
}
