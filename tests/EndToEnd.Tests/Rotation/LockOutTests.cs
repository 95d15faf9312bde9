namespace RotationLambdas.EndToEnd.Tests.Rotation;

/// <summary>With one user, nobody may be able to log in: the function finds the password that the database has, or reports that it
/// cannot.</summary>
public sealed class LockOutTests() : MistakesByHand(alternating: false)
{
    [Fact]
    public async Task A_cancelled_and_re_enabled_rotation_finishes_the_old_version()
    {
        await using var person = await Operator.StartAsync();
        var before = await person.Fixture.ValueAsync(person.Secret);
        var version = await person.CancelAfterAsync("createSecret");
        await person.EnableAsync();
        person.LabelPending(version);

        (await person.RetryAsync()).VersionId.ShouldBe(version);

        await person.ShouldHaveMovedOnFromAsync(before);
    }

    [Fact]
    public async Task A_password_changed_by_hand_is_reported_in_one_clear_sentence()
    {
        await using var person = await Operator.StartAsync();
        await person.Fixture.Database.AsAdministratorAsync("ALTER ROLE app PASSWORD 'by hand'");

        var report = await person.Fixture.RotateAsync(person.Secret);

        report.Succeeded.ShouldBeFalse();
        report.Last.ErrorType.ShouldBe("LoginRefusedException");
        report.Last.ErrorMessage!.ShouldContain("accepts none of the passwords that the secret has or had for app.");
        (await person.Fixture.ValueAsync(person.Secret)).Password.ShouldBe(Operator.FirstPassword);
        (await person.Fixture.Database.AcceptsAsync("app", "by hand")).ShouldBeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_superuser_repairs_the_password_of_a_listed_role(bool rotatedBefore)
    {
        await using var person = await Operator.StartAsync(
            withSuperuser: true, With("ROTATION_STRATEGY", "single-user"), recoverable: true);
        if (rotatedBefore)
        {
            await person.Fixture.RotateWithSuccessAsync(person.Secret);
        }

        await person.Fixture.Database.AsAdministratorAsync("ALTER ROLE app PASSWORD 'by hand'");

        await person.ShouldRotateAsync();
    }

    [Fact]
    public async Task The_superuser_repairs_no_password_of_an_unlisted_role()
    {
        await using var person = await Operator.StartAsync(withSuperuser: true, With("ROTATION_STRATEGY", "single-user"));
        await person.Fixture.Database.AsAdministratorAsync("ALTER ROLE app PASSWORD 'by hand'");

        var report = await person.Fixture.RotateAsync(person.Secret);

        report.Last.ErrorType.ShouldBe("RoleUnsuitableException");
        report.Last.ErrorMessage!.ShouldContain("recoverable in TRUST_SETTINGS");
        (await person.Fixture.Database.AcceptsAsync("app", "by hand")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_failed_test_leaves_the_password_of_AWSCURRENT_in_the_database()
    {
        await using var person = await Operator.StartAsync(options: With("TEST_QUERY", "SELECT * FROM missing"));

        var report = await person.Fixture.RotateAsync(person.Secret);

        report.Last.ErrorType.ShouldBe("CredentialUnusableException");
        (await person.Fixture.Database.AcceptsAsync("app", Operator.FirstPassword)).ShouldBeTrue();
    }

    private static RotationFixtureOptions With(string variable, string value) =>
        new() { Environment = new Dictionary<string, string> { [variable] = value } };
}
