namespace RotationLambdas.PostgresRotation.Steps;

/// <summary>Makes the database accept the password of AWSCURRENT after a step has failed: the one way back, for every way to fail. It
/// changes it only while the database has a password of this rotation, never brings back a password older than the one that was replaced,
/// and ends with a login. What it cannot fix is one ERROR line.</summary>
internal sealed class EnsureCurrentWorks(StrategyChoice strategies, CredentialSearch search, RotationOptions options, Rotation rotation)
{
    /// <summary>A read of the labels may be stale for a moment, and another invocation may be about to move one.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    private KnownCredential? _set;
    private DateTime? _oldestAllowed;

    /// <summary>Makes label and database agree.</summary>
    /// <param name="previousMayHold">
    /// Whether a database that has the password of AWSPREVIOUS got it from this rotation: finishSecret has just seen the pending one work.
    /// </param>
    public async Task RunAsync(bool previousMayHold, CancellationToken cancellationToken)
    {
        try
        {
            if (await PendingAsync(cancellationToken) is { } pending)
            {
                await AgreeAsync(pending, previousMayHold, cancellationToken);
            }
        }
        catch (FunctionException error)
        {
            rotation.Log.CurrentMayNotWork(error.Problem, error.Remedy);
        }
        catch (OperationCanceledException)
        {
            rotation.Log.CurrentMayNotWork(
                "The time was over before that was known.",
                "The next step of the rotation finds out; start one with RotateSecret if none comes.");
        }
    }

    /// <summary>The pending credential; null when absent, so that no database can have it.</summary>
    private async Task<KnownCredential?> PendingAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await rotation.Secret.ReadVersionAsync(rotation.VersionId, cancellationToken) is { } value
                ? rotation.Read(value, StagingLabel.Pending)
                : null;
        }
        catch (SecretMalformedException)
        {
            return null;
        }
    }

    private async Task AgreeAsync(KnownCredential pending, bool previousMayHold, CancellationToken cancellationToken)
    {
        while (true)
        {
            var current = await RotationVersions.CurrentAsync(rotation, cancellationToken);
            if (!Concerns(pending, current))
            {
                return;
            }

            var refusal = await RefusalAsync(pending, current, cancellationToken);
            var held = refusal is null ? await HeldAsync(pending, current, previousMayHold, cancellationToken) : [];
            if (await WorksAsync(current, held, cancellationToken) is not { } wasSet)
            {
                var (problem, remedy) = refusal ?? (
                    "The database accepts neither it nor another one that this rotation may replace, so nothing was changed.",
                    "See whether VALID UNTIL of the user has passed or the user was renamed, or find out who changed the password; set "
                        + "the one of AWSCURRENT with ALTER ROLE, and rotate.");
                rotation.Log.CurrentDoesNotWork(current.Secret.UserName, current.VersionId, problem, remedy);
                return;
            }

            if (!wasSet)
            {
                rotation.Log.CurrentWorks(current.Secret.UserName, current.VersionId);
                return;
            }

            // An invocation that moved the label meanwhile saw another password work, and a read of the label may be stale.
            _set = current;
            if (!await rotation.Budget.TryPauseAsync(Settling, cancellationToken))
            {
                throw new DatabaseUnreachableException(
                    $"The password of version {current.VersionId} was set, and the time was over before the labels could be read once "
                        + $"more.",
                    "The next step of the rotation reads them; start one with RotateSecret if none comes.");
            }
        }
    }

    /// <summary>Sets the password of AWSCURRENT where the database has one that this rotation set.</summary>
    /// <returns>False when it worked already; null when it does not work.</returns>
    private async Task<bool?> WorksAsync(KnownCredential current, IReadOnlyList<KnownCredential> held, CancellationToken cancellationToken)
    {
        foreach (var one in held)
        {
            try
            {
                return await strategies.For(current.Secret)
                    .RollBackAsync(new CredentialChange(rotation, From: one, To: current), cancellationToken);
            }
            catch (LoginRefusedException)
            {
                // The database may have another one of them.
            }
        }

        return held.Count == 0 && await LogsInAsync(current, cancellationToken) ? false : null;
    }

    /// <summary>Whether this rotation can have changed the password that AWSCURRENT is about.</summary>
    private static bool Concerns(KnownCredential pending, KnownCredential current) =>
        current.Secret.UserName == pending.Secret.UserName
        && PendingCheck.IsSameServer(current.Secret, pending.Secret)
        && (current.VersionId == pending.VersionId || current.Secret.Password != pending.Secret.Password);

    /// <summary>The reason why the password of AWSCURRENT must not be set; null when it may.</summary>
    private async Task<(string Problem, string Remedy)?> RefusalAsync(
        KnownCredential pending, KnownCredential current, CancellationToken cancellationToken)
    {
        if (current.VersionId == pending.VersionId)
        {
            return null;
        }

        if (options.Trust.Leaked.Contains(rotation.Secret.SecretId))
        {
            return (
                "It is declared as leaked, so it was not restored.",
                "The rotation is retried; start one with RotateSecret if it is not.");
        }

        // The permission to move labels must not be enough to revive an old password.
        _oldestAllowed ??= current.Created;
        var isOld = current.Created < _oldestAllowed
            || (await rotation.Secret.ReadLabelAsync(StagingLabel.Previous, cancellationToken) is { } previous
                && previous.VersionId != pending.VersionId
                && previous.Created > current.Created);
        return isOld
            ? ("It is older than the one that AWSCURRENT was before, so it was not restored.",
                "Move AWSCURRENT to the version that is meant, and rotate.")
            : null;
    }

    /// <summary>The credentials beside AWSCURRENT that the database may have from this rotation.</summary>
    private async Task<IReadOnlyList<KnownCredential>> HeldAsync(
        KnownCredential pending, KnownCredential current, bool previousMayHold, CancellationToken cancellationToken)
    {
        if (!strategies.For(current.Secret).ReplacesCurrentPassword)
        {
            return [];
        }

        if (current.VersionId != pending.VersionId)
        {
            return _set is { } set && set.VersionId != current.VersionId ? [pending, set] : [pending];
        }

        return _set is { } own && own.VersionId != current.VersionId ? [own]
            : previousMayHold
                && await rotation.Secret.ReadLabelAsync(StagingLabel.Previous, cancellationToken) is { } value
                && rotation.Read(value, StagingLabel.Previous) is var previous
                && Concerns(pending, previous)
                ? [previous]
                : [];
    }

    private async Task<bool> LogsInAsync(KnownCredential known, CancellationToken cancellationToken)
    {
        try
        {
            await using var login = await search.LogInAsync(rotation, known, cancellationToken);
            return true;
        }
        catch (LoginRefusedException)
        {
            return false;
        }
    }
}
