namespace RotationLambdas.PostgresRotation.Strategies;

/// <summary>Inspects a pending secret before any connection is made, so that a writer of the secret cannot make the function log in
/// elsewhere or change another user's password (the confused deputy).</summary>
internal static class PendingCheck
{
    private const string StartOver =
        "Remove the label AWSPENDING from that version (UpdateSecretVersionStage with RemoveFromVersionId) and rotate; change host, port, "
            + "dbname or user in AWSCURRENT, never in AWSPENDING.";

    /// <summary>Refuses a pending secret that is not the current one with the expected user and a password of its own.</summary>
    /// <exception cref="SecretMismatchException">It is for another server or user.</exception>
    /// <exception cref="SecretMalformedException">Its password cannot be set.</exception>
    public static void Refuse(KnownCredential pending, KnownCredential current, string expectedUser)
    {
        var key = pending.Secret.SuperuserSecretId != current.Secret.SuperuserSecretId
            ? SecretFields.SuperuserSecretKey
            : Difference(pending.Secret, current.Secret);
        if (key is not null)
        {
            throw new SecretMismatchException($"{pending.Secret.Origin} has another {key} than the AWSCURRENT version.", StartOver);
        }

        if (pending.Secret.UserName != expectedUser)
        {
            throw new SecretMismatchException(
                $"{pending.Secret.Origin} is for the user {OutsideText.Of(pending.Secret.UserName)}, where {OutsideText.Of(expectedUser)} "
                    + $"is next.", StartOver);
        }

        if (pending.Secret.Credential == current.Secret.Credential)
        {
            throw new SecretMismatchException(
                $"{pending.Secret.Origin} has the password of the AWSCURRENT version, so that the rotation would change nothing.",
                StartOver);
        }

        if (PasswordShape.LooksLikeHash(pending.Secret.Password))
        {
            throw new SecretMalformedException(
                $"{pending.Secret.Origin} has a password in the form of a hash, which PostgreSQL would store as it is instead of hashing "
                    + $"it.", StartOver);
        }
    }

    /// <summary>Whether two versions are for the same database. The transport is the operator's, so a version's own ssl does not
    /// count.</summary>
    public static bool IsSameServer(DatabaseSecret one, DatabaseSecret other) => Difference(one, other) is null;

    private static string? Difference(DatabaseSecret one, DatabaseSecret other) =>
        !HostNames.Same(one.Host, other.Host) ? SecretFields.HostKey
        : one.Port != other.Port ? SecretFields.PortKey
        : one.Database != other.Database ? SecretFields.DatabaseKey
        : null;
}
