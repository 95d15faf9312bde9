namespace RotationLambdas.EndToEnd.Tests.Rotation;

/// <summary>The same mistakes with two users; the one in AWSCURRENT works throughout.</summary>
public sealed class AlternatingUsersTests() : MistakesByHand(alternating: true)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_listed_role_recovers_from_a_password_changed_by_hand(bool rotatedBefore)
    {
        await using var person = await Operator.StartAsync(withSuperuser: true, recoverable: true);
        if (rotatedBefore)
        {
            await person.Fixture.RotateWithSuccessAsync(person.Secret);
        }

        await person.Fixture.Database.AsAdministratorAsync(
            $"ALTER ROLE {(await person.Fixture.ValueAsync(person.Secret)).User} PASSWORD 'by hand'");

        await person.ShouldRotateAsync();
        await person.ShouldRotateAsync();
        await person.ShouldRotateAsync();
    }

    [Fact]
    public async Task A_password_changed_by_hand_creates_no_second_user_by_default()
    {
        await using var person = await Operator.StartAsync(withSuperuser: true);
        await person.Fixture.Database.AsAdministratorAsync("ALTER ROLE app PASSWORD 'by hand'");

        var report = await person.Fixture.RotateAsync(person.Secret);

        report.Last.ErrorType.ShouldBe("RoleUnsuitableException");
        report.Last.ErrorMessage!.ShouldContain("recoverable in TRUST_SETTINGS");
        (await person.Fixture.Database.AsAdministratorAsync("SELECT count(*) FROM pg_roles WHERE rolname = 'app_clone'")).ShouldBe(0L);
        (await person.Fixture.ValueAsync(person.Secret)).Password.ShouldBe(Operator.FirstPassword);
    }

    [Fact]
    public async Task What_either_user_creates_is_at_the_others_hands()
    {
        await using var person = await Operator.StartAsync(withSuperuser: true);
        await person.Fixture.Database.AsAdministratorAsync("CREATE SCHEMA orders AUTHORIZATION app");
        await RunAsync(person, "CREATE TABLE orders.by_first (n int)");

        await person.Fixture.RotateWithSuccessAsync(person.Secret);
        await RunAsync(person, "ALTER TABLE orders.by_first ADD m int; CREATE TABLE orders.by_second (n int)");

        await person.Fixture.RotateWithSuccessAsync(person.Secret);
        await RunAsync(person, "DROP TABLE orders.by_second");
    }

    private static async Task RunAsync(Operator person, string sql)
    {
        var current = await person.Fixture.ValueAsync(person.Secret);
        await Sql.ScalarAsync(person.Fixture.Database.ConnectionString(current.User, current.Password), sql);
    }
}
