namespace RotationLambdas.PostgresRotation.Tests.Steps;

public sealed class SetSecretTests
{
    private readonly FakeDatabase _database = new();
    private readonly StubbedSecret _secret = new() { Labels = { ["old"] = ["AWSCURRENT"], ["new"] = ["AWSPENDING"] } };

    public SetSecretTests() => _secret.AddPassword("old", "old", "AWSCURRENT");

    [Theory]
    [InlineData("setSecret")]
    [InlineData("testSecret")]
    [InlineData("finishSecret")]
    public async Task A_version_without_a_value_is_reported_before_any_login(string step)
    {
        _database.Passwords["app"] = "old";

        var error = await Should.ThrowAsync<RotationNotReadyException>(() => _secret.StepAsync(step, "new", _database));

        error.Problem.ShouldContain("has no value, because createSecret did not get that far");
        _database.Logins.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("setSecret", "old")]
    [InlineData("testSecret", "new")]
    [InlineData("finishSecret", "new")]
    public async Task A_database_gets_two_thirds_of_the_time(string step, string password)
    {
        _secret.AddPassword("new", "new", "AWSPENDING");
        _database.Passwords["app"] = password;

        await _secret.StepAsync(step, "new", _database);

        _database.Allowances.ShouldAllBe(allowance => allowance == TimeSpan.FromSeconds(29) * 2 / 3);
    }

    [Theory]
    [MemberData(nameof(BadInputTests.Steps), MemberType = typeof(BadInputTests))]
    public async Task A_silent_Secrets_Manager_ends_the_step_in_time(string step)
    {
        _secret.BeSilent();

        var error = await Should.ThrowAsync<SecretsManagerRefusedException>(
            () => _secret.StepAsync(step, "new", _database, time: TimeSpan.FromSeconds(5)))
            .WaitAsync(TimeSpan.FromSeconds(60));

        error.Problem.ShouldContain("gave no answer to GetSecretValue");
    }
}
