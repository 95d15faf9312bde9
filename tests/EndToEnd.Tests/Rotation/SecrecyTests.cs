namespace RotationLambdas.EndToEnd.Tests.Rotation;

/// <summary>Nothing that the server writes down holds a password.</summary>
public sealed class SecrecyTests
{
    private const int Rotations = 100;

    private static readonly Dictionary<string, string> EverythingIsWrittenDown = new()
    {
        ["log_min_messages"] = "debug1",
        ["log_min_error_statement"] = "debug5",
        ["log_connections"] = "on",
        ["log_duration"] = "on",
        ["log_parameter_max_length"] = "-1",
        ["log_parameter_max_length_on_error"] = "-1",
        ["shared_preload_libraries"] = "pg_stat_statements,auto_explain",
        ["auto_explain.log_min_duration"] = "0",
        ["auto_explain.log_nested_statements"] = "on",
        ["pg_stat_statements.track"] = "all",
        ["pg_stat_statements.track_utility"] = "on",
    };

    [Fact]
    public async Task A_hundred_rotations_leave_no_password_in_logs_and_statistics()
    {
        await using var fixture = await RotationFixture.StartAsync(new() { Settings = EverythingIsWrittenDown });
        await fixture.Database.AsAdministratorAsync("CREATE EXTENSION pg_stat_statements");
        await fixture.CreateRoleAsync("other", "unrelated");
        await fixture.Database.AsAdministratorAsync($"CREATE ROLE app LOGIN PASSWORD '{TestSecrets.VerifierOfTheFirstPassword}'");
        var secret = await fixture.StoreAsync("app", fixture.Database.SecretOf("app", "the-first-password").ToJson().ToJsonString());
        var passwords = new HashSet<string> { "the-first-password" };

        for (var rotation = 1; rotation <= Rotations; rotation++)
        {
            if (rotation % 20 == 0)
            {
                await FailOnceAsync(fixture, secret);
            }

            await fixture.RotateWithSuccessAsync(secret);
            passwords.Add((await fixture.ValueAsync(secret)).Password);
        }

        passwords.Count.ShouldBe(Rotations + 1);
        var statements = (string)(await fixture.Database.AsAdministratorAsync("SELECT string_agg(query, ' ') FROM pg_stat_statements"))!;
        statements.ShouldContain("ALTER", Case.Insensitive);
        var log = await fixture.Database.ReadLogAsync();
        log.ShouldContain("unrelated", customMessage: "log_statement=all has to be at work");
        var written = log + statements;
        passwords.Where(password => written.Contains(password, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    // The role may not log in for the length of one rotation, so that the pending password is set and found unusable, or never set at all.
    private static async Task FailOnceAsync(RotationFixture fixture, string secret)
    {
        await fixture.Database.AsAdministratorAsync("ALTER ROLE app NOLOGIN");
        var report = await fixture.RotateAsync(secret);
        report.Succeeded.ShouldBeFalse();
        await fixture.Database.AsAdministratorAsync("ALTER ROLE app LOGIN");
        await fixture.ForgetPendingAsync(secret);
    }
}
