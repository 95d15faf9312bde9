namespace RotationLambdas.PostgresRotation.Strategies;

/// <summary>Two users alternate, and the superuser sets the next one's password: the user of AWSCURRENT keeps working until the next
/// rotation, so that no reader of the secret is ever refused.</summary>
internal sealed class AlternatingUsers(Superuser superuser, SuperuserChange superuserChange, RotationOptions options) : IRotationStrategy
{
    public bool ReplacesCurrentPassword => false;

    public Task CheckAsync(Rotation rotation, DatabaseSecret current, CancellationToken cancellationToken) =>
        superuser.ReadAsync(rotation, current, cancellationToken);

    public string NextUser(DatabaseSecret current) => Pair(current).After(current.UserName);

    public LoginExpectations Expectations(DatabaseSecret pending) => new(
        pending.UserName,
        ActsAs: options.SharesOwnership ? Pair(pending).Original : null,
        options.ReadOnlyExpected,
        options.TestQuery);

    public Task SetAsync(CredentialChange change, CancellationToken cancellationToken)
    {
        var pair = Pair(change.To.Secret);
        AlternateRole roles = new(pair.Original, pair.Alternate, options.SharesOwnership);
        return Reconnecting.RunAsync(
            change.Rotation, () =>
                superuserChange.RunAsync(change, roles, open: null, withOlder: true, cancellationToken), cancellationToken);
    }

    /// <remarks>The user of AWSCURRENT was not touched.</remarks>
    public Task<bool> RollBackAsync(CredentialChange change, CancellationToken cancellationToken) => Task.FromResult(false);

    private UserPair Pair(DatabaseSecret secret) => UserPair.Of(secret.UserName, options.AlternateUserSuffix);
}
