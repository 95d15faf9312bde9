using RotationLambdas.EndToEnd.Tests.Databases;
using RotationLambdas.EndToEnd.Tests.Fixtures;

namespace RotationLambdas.EndToEnd.Tests.Rotation;

/// <summary>Eleven ways in which people leave secret and database apart, and how the next rotation brings them together: one user.</summary>
public sealed class LockOutTests
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
        var secret = await world.CreateRoleWithSecretAsync("app", FirstPassword);
        var person = new Operator(world, secret);
        if (rotatedBefore)
        {
            await world.RotateWithSuccessAsync(secret);
        }

        await person.RotateUntilAsync(step);
        person.Cancel();
        await world.ForgetPendingAsync(secret);

        await person.ShouldRotateAsync();
    }

    [Fact]
    public async Task Stopped_after_setSecret_with_AWSPENDING_kept_the_same_version_is_finished()
    {
        await using var world = await RotationWorld.StartAsync();
        var secret = await world.CreateRoleWithSecretAsync("app", FirstPassword);
        var person = new Operator(world, secret);
        var before = await world.ValueAsync(secret);
        var version = await person.RotateUntilAsync("setSecret");

        (await person.RetryAsync()).VersionId.ShouldBe(version);

        await person.ShouldHaveMovedOnFromAsync(before);
    }

    [Fact]
    public async Task Cancelled_and_enabled_again_the_old_version_is_finished()
    {
        await using var world = await RotationWorld.StartAsync();
        var secret = await world.CreateRoleWithSecretAsync("app", FirstPassword);
        var person = new Operator(world, secret);
        var before = await world.ValueAsync(secret);
        var version = await person.RotateUntilAsync("createSecret");
        person.Cancel();
        await world.ForgetPendingAsync(secret);
        await person.EnableAsync();
        person.LabelPending(version);

        (await person.RetryAsync()).VersionId.ShouldBe(version);

        await person.ShouldHaveMovedOnFromAsync(before);
    }

    [Fact]
    public async Task A_pending_value_overwritten_by_hand_after_setSecret_is_survived()
    {
        await using var world = await RotationWorld.StartAsync();
        var secret = await world.CreateRoleWithSecretAsync("app", FirstPassword);
        var person = new Operator(world, secret);
        var value = await world.ValueAsync(secret);

        await person.RotateUntilAsync("setSecret", _ => person.Overwrite("AWSPENDING", value with { Password = "by hand" }));
        (await world.Database.AcceptsAsync("app", FirstPassword)).ShouldBeFalse("setSecret has to have been effective");
        await world.ForgetPendingAsync(secret);

        await person.ShouldRotateAsync();
    }

    [Fact]
    public async Task Only_AWSPREVIOUS_works_and_the_next_rotation_succeeds()
    {
        await using var world = await RotationWorld.StartAsync();
        var secret = await world.CreateRoleWithSecretAsync("app", FirstPassword);
        var person = new Operator(world, secret);
        await person.OverwriteAsync("AWSCURRENT", "written into the secret alone");

        await person.ShouldRotateAsync();
    }

    [Fact]
    public async Task A_password_changed_by_hand_is_reported_in_one_clear_sentence()
    {
        await using var world = await RotationWorld.StartAsync();
        var secret = await world.CreateRoleWithSecretAsync("app", FirstPassword);
        await world.Database.AsAdministratorAsync("ALTER ROLE app PASSWORD 'by hand'");

        var report = await world.RotateAsync(secret);

        report.Succeeded.ShouldBeFalse();
        report.Last.ErrorType.ShouldBe("LoginRefusedException");
        report.Last.ErrorMessage!.ShouldContain("accepts none of the passwords that the secret has or had for app.");
        (await world.ValueAsync(secret)).Password.ShouldBe(FirstPassword);
        (await world.Database.AcceptsAsync("app", "by hand")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_password_changed_by_hand_is_repaired_by_the_superuser()
    {
        await using var world = await RotationWorld.StartAsync(new() { Environment = new Dictionary<string, string> { ["ROTATION_STRATEGY"] = "single-user" } });
        var secret = await world.CreateRoleWithSecretAsync("app", FirstPassword, await world.StoreSuperuserAsync());
        await world.Database.AsAdministratorAsync("ALTER ROLE app PASSWORD 'by hand'");

        await new Operator(world, secret).ShouldRotateAsync();
    }

    [Fact]
    public async Task A_failed_test_leaves_the_password_of_AWSCURRENT_in_the_database()
    {
        await using var world = await RotationWorld.StartAsync(new() { Environment = new Dictionary<string, string> { ["TEST_QUERY"] = "SELECT * FROM missing" } });
        var secret = await world.CreateRoleWithSecretAsync("app", FirstPassword);

        var report = await world.RotateAsync(secret);

        report.Last.ErrorType.ShouldBe("CredentialUnusableException");
        (await world.Database.AcceptsAsync("app", FirstPassword)).ShouldBeTrue();
    }
}
