using RotationLambdas.PostgresRotation.Options;
using RotationLambdas.PostgresRotation.Postgres;
using RotationLambdas.PostgresRotation.Secrets;

namespace RotationLambdas.PostgresRotation.Strategies;

/// <summary>
/// Two users take turns, and the superuser sets the next one's password: the user of AWSCURRENT keeps working until the next rotation, so
/// that nobody who reads the secret is ever refused.
/// </summary>
internal sealed class AlternatingUsers(CredentialSearch search, Superuser superuser, RotationOptions options) : IRotationStrategy
{
    /// <inheritdoc/>
    public bool ReplacesCurrentPassword => false;

    /// <inheritdoc/>
    public Task CheckAsync(Rotation rotation, DatabaseSecret current, CancellationToken cancellationToken) =>
        superuser.ReadAsync(rotation, current, cancellationToken);

    /// <inheritdoc/>
    public string NextUser(DatabaseSecret current) => Pair(current).After(current.UserName);

    /// <inheritdoc/>
    public LoginExpectations Expectations(DatabaseSecret pending)
    {
        var original = Pair(pending).Original;
        return new LoginExpectations(
            pending.UserName,
            ActsAs: options.SharesOwnership ? original : null,
            NoMorePowerfulThan: original,
            options.ReadOnlyExpected,
            options.TestQuery);
    }

    /// <inheritdoc/>
    public Task SetAsync(CredentialChange change, CancellationToken cancellationToken) =>
        Reconnecting.RunAsync(change.Rotation, () => SetOnceAsync(change, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    /// <remarks>The user of AWSCURRENT was not touched.</remarks>
    public Task<bool> RollBackAsync(CredentialChange change, CancellationToken cancellationToken) => Task.FromResult(false);

    private async Task SetOnceAsync(CredentialChange change, CancellationToken cancellationToken)
    {
        var to = change.To.Secret;
        var pair = Pair(to);

        // A login of one of the two proves that whoever wrote the secret is entitled to them; without it the superuser helps ordinary users only.
        await using var proof = await search.ClimbAsync(change, [pair.Original, pair.Alternate], cancellationToken);
        await using var session = await superuser.LogInAsync(change, proof?.Session, cancellationToken);
        if (proof is null)
        {
            change.Rotation.Log.SuperuserHelps(session.UserName, to.UserName, "none of the secret's passwords works");
            await Superuser.RefusePowerfulAsync(session.Session, pair.Original, cancellationToken);
        }

        var kept = await session.Session.AssertAlternateRoleAsync(
            new AlternateRole(pair.Original, pair.Alternate, to.UserName, to.Password, options.SharesOwnership), cancellationToken);
        change.Rotation.Log.PasswordSet(to.UserName, change.To.VersionId, session.UserName, kept);
    }

    private UserPair Pair(DatabaseSecret secret) => UserPair.Of(secret.UserName, options.AlternateUserSuffix);
}
