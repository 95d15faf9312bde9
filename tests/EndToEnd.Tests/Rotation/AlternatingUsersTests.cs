using RotationLambdas.EndToEnd.Tests.Databases;
using RotationLambdas.EndToEnd.Tests.Fixtures;

namespace RotationLambdas.EndToEnd.Tests.Rotation;

/// <summary>The same mistakes with two users; the one in AWSCURRENT works throughout.</summary>
public sealed class AlternatingUsersTests
{
    private const string FirstPassword = "the-first-password";

    [Theory]
    [InlineData("createSecret", false)]
    [InlineData("setSecret", false)]
    [InlineData("testSecret", false)]
    [InlineData("createSecret", true)]
    [InlineData("setSecret", true)]
    [InlineData("testSecret", true)]
    public async Task Cancelled_after_a_step_with_AWSPENDING_removed_the_next_rotation_succeeds(string step, bool rotatedBefore)
    {
        await using var world = await RotationWorld.StartAsync();
        var secret = await world.CreateRoleWithSecretAsync("app", FirstPassword, await world.StoreSuperuserAsync());
        var person = new Operator(world, secret);
        if (rotatedBefore)
        {
            await world.RotateWithSuccessAsync(secret);
        }

        await person.RotateUntilAsync(step);
        person.Cancel();
        await world.ForgetPendingAsync(secret);
        var current = await world.ValueAsync(secret);
        (await world.Database.AcceptsAsync(current.User, current.Password)).ShouldBeTrue();

        await person.ShouldRotateAsync();
    }

    [Fact]
    public async Task Stopped_after_setSecret_with_AWSPENDING_kept_the_same_version_is_finished()
    {
        await using var world = await RotationWorld.StartAsync();
        var secret = await world.CreateRoleWithSecretAsync("app", FirstPassword, await world.StoreSuperuserAsync());
        var person = new Operator(world, secret);
        var before = await world.ValueAsync(secret);
        var version = await person.RotateUntilAsync("setSecret");

        (await person.RetryAsync()).VersionId.ShouldBe(version);

        await person.ShouldHaveMovedOnFromAsync(before);
    }

    [Fact]
    public async Task A_pending_value_overwritten_by_hand_after_setSecret_is_survived()
    {
        await using var world = await RotationWorld.StartAsync();
        var secret = await world.CreateRoleWithSecretAsync("app", FirstPassword, await world.StoreSuperuserAsync());
        var person = new Operator(world, secret);
        var value = await world.ValueAsync(secret);

        await person.RotateUntilAsync("setSecret", _ => person.Overwrite("AWSPENDING", value with { User = "app_clone", Password = "by hand" }));
        await world.ForgetPendingAsync(secret);

        await person.ShouldRotateAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_password_changed_by_hand_does_not_stop_the_next_rotation(bool rotatedBefore)
    {
        await using var world = await RotationWorld.StartAsync();
        var secret = await world.CreateRoleWithSecretAsync("app", FirstPassword, await world.StoreSuperuserAsync());
        if (rotatedBefore)
        {
            await world.RotateWithSuccessAsync(secret);
        }

        await world.Database.AsAdministratorAsync($"ALTER ROLE {(await world.ValueAsync(secret)).User} PASSWORD 'by hand'");

        await new Operator(world, secret).ShouldRotateAsync();
    }

    [Fact]
    public async Task Only_AWSPREVIOUS_works_and_the_next_rotation_succeeds()
    {
        await using var world = await RotationWorld.StartAsync();
        var secret = await world.CreateRoleWithSecretAsync("app", FirstPassword, await world.StoreSuperuserAsync());
        var person = new Operator(world, secret);
        await person.OverwriteAsync("AWSCURRENT", "written into the secret alone");

        await person.ShouldRotateAsync();
    }

    [Fact]
    public async Task What_either_user_creates_is_at_the_others_hands()
    {
        await using var world = await RotationWorld.StartAsync();
        var secret = await world.CreateRoleWithSecretAsync("app", FirstPassword, await world.StoreSuperuserAsync());
        await world.Database.AsAdministratorAsync("CREATE SCHEMA orders AUTHORIZATION app");
        await RunAsync(world, secret, "CREATE TABLE orders.by_first (n int)");

        await world.RotateWithSuccessAsync(secret);
        await RunAsync(world, secret, "ALTER TABLE orders.by_first ADD m int; CREATE TABLE orders.by_second (n int)");

        await world.RotateWithSuccessAsync(secret);
        await RunAsync(world, secret, "DROP TABLE orders.by_second");
    }

    private static async Task RunAsync(RotationWorld world, string secret, string sql)
    {
        var current = await world.ValueAsync(secret);
        await Sql.ScalarAsync(world.Database.ConnectionString(current.User, current.Password), sql);
    }
}
