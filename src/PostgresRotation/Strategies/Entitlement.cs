namespace RotationLambdas.PostgresRotation.Strategies;

/// <summary>Decides whether the superuser may act for a role on behalf of a secret. It is the only place that does, for every path and
/// every role that is touched: before anything is tried, and once more right before COMMIT, because ALTER ROLE does not keep others from
/// GRANT.</summary>
internal static class Entitlement
{
    /// <summary>Refuses roles that no secret may have changed by a superuser, with any password.</summary>
    /// <param name="role">The role, as the catalog has it now.</param>
    /// <param name="trust">The operator's settings.</param>
    /// <param name="superusers">The users of superuser secrets.</param>
    /// <exception cref="RoleUnsuitableException">The superuser does not act for the role.</exception>
    public static void RequireEligible(RoleFacts role, string secretArn, TrustSettings trust, IReadOnlyCollection<string> superusers)
    {
        var name = OutsideText.Of(role.Name);
        if (role.IsSession || superusers.Contains(role.Name))
        {
            throw new RoleUnsuitableException(
                $"{name} is the user of a superuser's secret, and no other secret may change its password.",
                "Put the application's own user into the secret.");
        }

        if (role.UsesIam)
        {
            throw new RoleUnsuitableException(
                $"{name} is a member of rds_iam, so that RDS accepts IAM tokens for it and no password.",
                $"Run: REVOKE rds_iam FROM {Sql.Identifier(role.Name)}; or turn rotation of this secret off.");
        }

        RequireUnlocked(role);
        if (role.Powers.Length > 0 && !Lists(trust.Privileged, secretArn, role.Name))
        {
            throw new RoleUnsuitableException(
                $"{name} is too powerful for the superuser to set its password: it is or may act as {role.Powers}.",
                "Revoke that membership or attribute; or let the operator list secret and role under privileged in TRUST_SETTINGS.");
        }
    }

    /// <summary>Refuses a role without evidence that the secret is entitled to it.</summary>
    /// <exception cref="RoleUnsuitableException">Nothing entitles the secret; the message has the kinds of evidence that were
    /// tried.</exception>
    public static void RequireEntitled(RoleEntitlement entitlement, string next, PairFacts facts, string secretArn)
    {
        if (entitlement != RoleEntitlement.None)
        {
            return;
        }

        // A second user that does not exist yet depends on the first.
        var role = facts.Alternate is null ? facts.Original!.Name : next;
        var stale = new[] { facts.Original, facts.Alternate }
            .Any(one => one is not null && RoleRecord.Of(one) is { } record && record.SecretArn == secretArn && record.Role != one.Oid);
        throw new RoleUnsuitableException(
            $"The superuser does not set the password of {next}: the server at the superuser's address accepts none of the secret's "
                + $"passwords for {role}{(stale ? ", and the record in its comment is of another server (a restored dump)" : "")}.",
            $"Set the password of {role} in the database to one of the secret's by hand and rotate; or let the operator list this secret "
                + $"and {next} under recoverable in TRUST_SETTINGS.");
    }

    /// <summary>Whether the operator lists the secret together with the role.</summary>
    public static bool Lists(IEnumerable<SecretRole> list, string secretArn, string role) =>
        list.Any(entry => entry.Secret == secretArn && entry.Role == role);

    private static void RequireUnlocked(RoleFacts role)
    {
        var (name, identifier) = (OutsideText.Of(role.Name), OutsideText.Of(Sql.Identifier(role.Name)));
        var (problem, remedy) = role switch
        {
            { CanLogin: false } => ("it has NOLOGIN", $"ALTER ROLE {identifier} LOGIN;"),
            { IsExpired: true } => ($"VALID UNTIL {role.ValidUntil} has passed", $"ALTER ROLE {identifier} VALID UNTIL 'infinity';"),
            { ConnectionLimit: 0 } => ("its CONNECTION LIMIT is 0", $"ALTER ROLE {identifier} CONNECTION LIMIT -1;"),
            _ => (null, null),
        };
        if (problem is not null)
        {
            throw new RoleUnsuitableException(
                $"{name} is locked: {problem}. A rotation unlocks no role.", $"If the lock is not wanted any more, run: {remedy}");
        }
    }
}
