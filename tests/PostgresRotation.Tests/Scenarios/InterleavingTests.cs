namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

/// <summary>Two invocations run duplicate, delayed, cancelled and failing steps at random. Afterwards Secrets Manager repeats the
/// rotation, with or without success, or finds it cancelled.</summary>
public sealed class InterleavingTests(RotationSandbox fixture) : IClassFixture<RotationSandbox>, IDisposable
{
    private static readonly string[] Steps = ["createSecret", "setSecret", "testSecret", "finishSecret"];
    private static readonly string[] ErrorLines = ["does not work now", "may not work now"];

    public void Dispose() => fixture.Reset();

    [Fact]
    public async Task A_database_with_faults_ends_with_the_password_of_AWSCURRENT()
    {
        for (var seed = 1; seed <= 36; seed++)
        {
            Random random = new(seed);
            var database = fixture.UseFakeDatabase();
            var secret = await fixture.CreateSecretAsync(StubbedSecret.ValueOf("old"));
            var token = (await fixture.RotateUntilAsync(secret, "createSecret")).VersionId;
            Func<Task> hook = () => DisturbAsync(random);
            (database.BeforeLogin, database.BeforeSet, database.AfterSet, database.BeforeVerify) = (hook, hook, hook, hook);

            await Task.WhenAll(RunAsync(random, secret.Arn, token, () => { }), RunAsync(random, secret.Arn, token, () => { }));
            hook = () => Task.CompletedTask;
            (database.BeforeLogin, database.BeforeSet, database.AfterSet, database.BeforeVerify) = (hook, hook, hook, hook);
            var log = await EndAsync(seed, secret, token, database.FailVerification);

            var current = await secret.ValueAsync();
            (database.Passwords["app"] == current.Password || HasErrorLine(log)).ShouldBeTrue($"Seed {seed}: {fixture.Log}");
            fixture.Reset();
        }
    }

    [Fact]
    public async Task PostgreSQL_ends_with_the_password_of_AWSCURRENT()
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            Random random = new(seed);
            fixture.Environment["TEST_QUERY"] = "SELECT 1";
            var secret = await fixture.CreateAppAsync();
            var token = (await fixture.RotateUntilAsync(secret, "createSecret")).VersionId;

            void Disturb() => fixture.Environment["TEST_QUERY"] = Next(random, 3) == 0 ? "SELECT 1/0" : "SELECT 1";
            await Task.WhenAll(RunAsync(random, secret.Arn, token, Disturb), RunAsync(random, secret.Arn, token, Disturb));
            fixture.Environment["TEST_QUERY"] = "SELECT 1";

            // A statement that was sent before the time was over may take effect afterwards.
            while (await fixture.AskAsync("SELECT 1 FROM pg_stat_activity WHERE application_name = 'RotationLambdas'") is not null)
            {
            }

            var log = await EndAsync(seed, secret, token, () => fixture.Environment["TEST_QUERY"] = "SELECT 1/0");

            (await fixture.AcceptsAsync(await secret.ValueAsync()) || HasErrorLine(log)).ShouldBeTrue($"Seed {seed}: {fixture.Log}");
            fixture.Reset();
        }
    }

    private static bool HasErrorLine(string log) => ErrorLines.Any(line => log.Contains(line, StringComparison.Ordinal));

    private static int Next(Random random, int limit)
    {
        lock (random)
        {
            return random.Next(limit);
        }
    }

    private static async Task DisturbAsync(Random random)
    {
        switch (Next(random, 12))
        {
            case 0:
                throw new DatabaseRefusedException("The database is read-only.", "Wait.");
            case 1:
                throw new DatabaseUnreachableException("The connection broke.", "Wait.") { ConnectionLost = true };
            case 2:
                throw new CredentialUnusableException("The query failed.", "Correct it.");
            default:
                await Task.Delay(Next(random, 20));
                break;
        }
    }

    private async Task RunAsync(Random random, string arn, string token, Action disturb)
    {
        for (var count = 2 + Next(random, 4); count > 0; count--)
        {
            disturb();
            await Task.Delay(Next(random, 30));

            // The function keeps one second for its report, so that this leaves up to a second for the step.
            TimeSpan? time = Next(random, 4) == 0 ? TimeSpan.FromMilliseconds(1000 + Next(random, 1500)) : null;
            _ = await StepAsync(Steps[1 + Next(random, 3)], arn, token, time);
        }
    }

    /// <summary>Runs the steps in order until one fails, as Secrets Manager does.</summary>
    private async Task<string> EndAsync(int seed, AppSecret secret, string token, Action failTests)
    {
        var start = fixture.Log.Length;
        if (seed % 3 == 1)
        {
            await secret.CancelAsync();
        }
        else if (seed % 3 == 2)
        {
            failTests();
        }

        foreach (var step in Steps)
        {
            if (!await StepAsync(step, secret.Arn, token))
            {
                break;
            }
        }

        return fixture.Log[start..];
    }

    private async Task<bool> StepAsync(string step, string arn, string token, TimeSpan? time = null)
    {
        try
        {
            await fixture.StepAsync(step, arn, token, time);
            return true;
        }
        catch (FunctionException)
        {
            return false;
        }
    }
}
