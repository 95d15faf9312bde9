namespace RotationLambdas.PostgresRotation.Steps;

/// <summary>Logs in with the pending credential and checks the session. It may be the first step ever: RotateSecret with
/// RotateImmediately=false runs it alone, with the value of AWSCURRENT.</summary>
internal sealed class TestSecret(StrategyChoice strategies, CredentialSearch search, RotationOptions options)
{
    /// <summary>A standby gets a new password a moment after the writer.</summary>
    private static readonly TimeSpan ReplicationPause = TimeSpan.FromMilliseconds(500);

    /// <returns>False when the version is AWSCURRENT already.</returns>
    /// <exception cref="FunctionException">The credential does not work, or could not be tested.</exception>
    public async Task<bool> RunAsync(Rotation rotation, CancellationToken cancellationToken)
    {
        if (await RotationVersions.PendingAsync(rotation, cancellationToken) is not { } pending)
        {
            return false;
        }

        try
        {
            await Reconnecting.RunAsync(rotation, () => TestAsync(rotation, pending, cancellationToken), cancellationToken);
        }
        catch (CredentialUnusableException error) when (options.Trust.Leaked.Contains(rotation.Secret.SecretId))
        {
            // It logs in, and the only way back is to the password that leaked.
            rotation.Log.FailedTestIgnored(pending.Secret.UserName, pending.VersionId, error.Problem, error.Remedy);
        }

        return true;
    }

    private async Task TestAsync(Rotation rotation, KnownCredential pending, CancellationToken cancellationToken)
    {
        var isReader = options.Trust.ReaderHosts.Contains(rotation.Secret.SecretId);
        var expectations = strategies.For(pending.Secret).Expectations(pending.Secret);
        expectations = expectations with { ReadOnlyExpected = expectations.ReadOnlyExpected || isReader };
        await using (var login = await LogInAsync(rotation, pending, cancellationToken))
        {
            await login.Session.VerifyAsync(expectations, cancellationToken);
            if (!login.Session.IsEncrypted)
            {
                rotation.Log.NotEncrypted(pending.Secret.UserName);
            }
        }

        if (!string.IsNullOrWhiteSpace(expectations.TestQuery))
        {
            // In a session of its own, with the settings that an application gets.
            await using var login = await search.LogInAsync(rotation, pending, cancellationToken, settings: SessionSettings.UsersOwn);
            await login.Session.TryOutAsync(expectations.TestQuery, expectations.ReadOnlyExpected, cancellationToken);
        }

        rotation.Log.TestPassed(pending.Secret.UserName, pending.VersionId);
    }

    private async Task<Login> LogInAsync(Rotation rotation, KnownCredential pending, CancellationToken cancellationToken)
    {
        var isReader = options.Trust.ReaderHosts.Contains(rotation.Secret.SecretId);
        while (true)
        {
            try
            {
                return await search.LogInAsync(rotation, pending, cancellationToken);
            }
            catch (LoginRefusedException refusal) when (isReader)
            {
                if (!await rotation.Budget.TryPauseAsync(ReplicationPause, cancellationToken))
                {
                    throw new LoginRefusedException(
                        $"{refusal.Problem} The host is a reader, and the new password did not reach it while the step had time.",
                        "Check the replication lag, and give the function a longer time-out.");
                }
            }
        }
    }
}
