namespace RotationLambdas.Demo.Scenarios;

internal sealed class SingleUserScenario(IDatabaseServer database, Account account, DemoScreen screen, Checklist checks)
{
    private const string User = "billing";

    public async Task PlayAsync()
    {
        screen.Heading("One user: the password of a PostgreSQL role is rotated in four steps");
        var oldPassword = "old-" + Guid.NewGuid().ToString("N");
        await database.AsAdministratorAsync($"CREATE ROLE {User} LOGIN");
        await SetFirstPasswordAsync(oldPassword);
        var secret = await account.StoreAsync("demo/billing", Account.SecretValue(database, User, oldPassword));
        screen.Line($"The role \"{User}\" exists, and so does the secret demo/billing with its password.");
        var logBefore = (await database.ReadLogAsync()).Length;
        var callsBefore = account.Sandbox.Calls.Snapshot().Count;
        var before = await account.StagesAsync(secret);

        var outcome = await ShownRotation.RunAsync(account, secret, screen);

        var calls = account.Sandbox.Calls.Snapshot().Skip(callsBefore).Count(call => call.Caller == Deployed.RotationFunction);
        await ShowStagesAsync(secret, before);
        checks.Add(
            "Secrets Manager ended the rotation with success", outcome.Result == RotationResult.Succeeded, $"it ended as {outcome.Result}");
        await CheckPasswordsAsync(secret, oldPassword, logBefore);
        screen.Line($"The rotation took {calls} AWS calls.");
    }

    // SQL text is logged, and this password is in it: the log is inspected from here on only.
    private Task<object?> SetFirstPasswordAsync(string password) =>
        database.AsAdministratorAsync($"ALTER ROLE {User} PASSWORD '{password}'");

    private async Task ShowStagesAsync(string secret, IReadOnlyList<(string Version, string Stages)> before)
    {
        var after = await account.StagesAsync(secret);
        screen.Table(
            ["version", "labels before", "labels after"],
            after.Select(version => new[]
            {
                version.Version.Split('-')[0], before.FirstOrDefault(old => old.Version == version.Version).Stages ?? "(did not exist)",
                version.Stages,
            }));
        checks.Add(
            "AWSCURRENT moved to the new version, and AWSPREVIOUS is on the old one",
            before.Count == 1 && after.Any(version => version.Version == before[0].Version && version.Stages == "AWSPREVIOUS")
            && after.Any(
                version => version.Version != before[0].Version && version.Stages.Contains("AWSCURRENT", StringComparison.Ordinal)));
    }

    private async Task CheckPasswordsAsync(string secret, string oldPassword, int logBefore)
    {
        var current = await account.ReadAsync(secret);
        checks.Add("The new password is accepted", await database.AcceptsAsync(current.User, current.Password), "PostgreSQL refuses it");
        checks.Add("The old password is refused", !await database.AcceptsAsync(User, oldPassword), "PostgreSQL still accepts it");
        var log = (await database.ReadLogAsync())[logBefore..];
        checks.Add(
            "The server's log recorded the rotation (log_statement=all)", log.Contains("ALTER", StringComparison.OrdinalIgnoreCase),
            "it has no ALTER");
        checks.Add(
            "The server's log holds neither password",
            !log.Contains(oldPassword, StringComparison.Ordinal) && !log.Contains(current.Password, StringComparison.Ordinal),
            "one of them is in it");
    }
}
