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

    [Fact]
    public async Task Keys_of_others_in_the_secret_are_carried_over()
    {
        await using var fixture = await RotationFixture.StartAsync();
        var secret = await fixture.CreateRoleWithSecretAsync("app", "the-first-password");

        await fixture.RotateWithSuccessAsync(secret);

        var output = await fixture.Aws.CallAsync("secretsmanager.GetSecretValue", new() { ["SecretId"] = secret });
        ((string)output["SecretString"]!).ShouldContain("\"team\":\"billing\"");
    }

    [Fact]
    public async Task Neither_password_is_in_the_servers_log()
    {
        await using var fixture = await RotationFixture.StartAsync();
        await fixture.CreateRoleAsync("other", "unrelated");
        await fixture.Database.AsAdministratorAsync($"CREATE ROLE app LOGIN PASSWORD '{ScramVerifier.OfTheFirstPassword}'");
        var secret = await fixture.StoreAsync("app", fixture.Database.SecretOf("app", "the-first-password").ToJson().ToJsonString());

        await fixture.RotateWithSuccessAsync(secret);

        var log = await fixture.Database.ReadLogAsync();
        log.ShouldContain("unrelated", customMessage: "log_statement=all has to be at work");
        log.ShouldNotContain("the-first-password");
        log.ShouldNotContain((await fixture.ValueAsync(secret)).Password);
    }
}
