namespace RotationLambdas.EndToEnd.Tests.Rotation;

/// <summary>A whole rotation by RotateSecret, on the executable that is deployed, against every server there is.</summary>
public sealed class RotationTests
{
    public static TheoryData<string> Databases => [.. TestDatabases.All];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task One_user_gets_a_new_password_and_the_old_one_is_refused(string database)
    {
        await using var fixture = await RotationFixture.StartAsync(new() { Database = database });
        var secret = await fixture.CreateRoleWithSecretAsync("app", "the-first-password");

        await fixture.RotateWithSuccessAsync(secret);

        var current = await fixture.ValueAsync(secret);
        current.User.ShouldBe("app");
        (await fixture.Database.AcceptsAsync("app", current.Password)).ShouldBeTrue();
        (await fixture.Database.AcceptsAsync("app", "the-first-password")).ShouldBeFalse();
        (await fixture.ValueAsync(secret, "AWSPREVIOUS")).Password.ShouldBe("the-first-password");
        var output = await fixture.Aws.CallAsync("secretsmanager.GetSecretValue", new() { ["SecretId"] = secret });
        ((string)output["SecretString"]!).ShouldContain("\"team\":\"billing\"", customMessage: "keys of others have to be carried over");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Two_users_take_turns_and_the_one_in_use_keeps_its_password(string database)
    {
        await using var fixture = await RotationFixture.StartAsync(new() { Database = database });
        var secret = await fixture.CreateRoleWithSecretAsync("app", "the-first-password", fixture.SuperuserArn);

        await fixture.RotateWithSuccessAsync(secret);
        var second = await fixture.ValueAsync(secret);
        var firstStillWorks = await fixture.Database.AcceptsAsync("app", "the-first-password");
        await fixture.RotateWithSuccessAsync(secret);
        var third = await fixture.ValueAsync(secret);

        second.User.ShouldBe("app_clone");
        firstStillWorks.ShouldBeTrue();
        third.User.ShouldBe("app");
        (await fixture.Database.AcceptsAsync("app_clone", second.Password)).ShouldBeTrue();
        (await fixture.Database.AcceptsAsync("app", third.Password)).ShouldBeTrue();
        (await fixture.Database.AcceptsAsync("app", "the-first-password")).ShouldBeFalse();
    }
}
