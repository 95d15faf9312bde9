using RotationLambdas.PostgresRotation.Postgres.Roles;

namespace RotationLambdas.PostgresRotation.Strategies;

/// <summary>The superuser sets a role's password, in one transaction: read the roles, refuse early, find the evidence, verify that both
/// addresses are one server, change, reread the roles, decide once more, commit.</summary>
internal sealed class SuperuserChange(CredentialSearch search, Superuser superuser, RotationOptions options)
{
    /// <summary>Sets the password of <c>change.To</c>.</summary>
    /// <param name="pair">The pair that the user belongs to; null: it alternates with no other.</param>
    /// <param name="open">A session that the application's user has open at the application's address; null: none.</param>
    /// <param name="withOlder">Whether older versions of the secret count as evidence.</param>
    /// <returns>False when the database has the password already.</returns>
    /// <exception cref="FunctionException">The superuser may not, or the database refuses; nothing was changed.</exception>
    public async Task<bool> RunAsync(
        CredentialChange change, AlternateRole? pair, Login? open, bool withOlder, CancellationToken cancellationToken)
    {
        var (rotation, next) = (change.Rotation, change.To.Secret.UserName);
        await using var session = await superuser.LogInAsync(rotation, change.To.Secret, cancellationToken);
        await using var transaction = await session.BeginAsync(cancellationToken);
        var facts = await ReadAsync();
        await RequireEligibleAsync(rotation, facts, next, cancellationToken);

        // Where the superuser's session is encrypted, somebody on the path must not answer for the server to another one that is not.
        var address = session.IsEncrypted
            ? session.Address with { Tls = session.Address.Tls with { Mode = TlsMode.VerifyFull } } : session.Address;
        await using var evidence = new RoleEvidence(search, change, address, open, withOlder);
        var entitlement = await FindEntitlementAsync(change, pair, facts, evidence, address, withOlder, cancellationToken);
        if (entitlement == RoleEntitlement.None && !withOlder)
        {
            throw new LoginRefusedException(
                $"The database accepts neither the AWSCURRENT nor the AWSPENDING password of {next}.",
                "Find out who changed it, and set it with ALTER ROLE.");
        }

        Entitlement.RequireEntitled(entitlement, next, facts, rotation.Secret.SecretId);
        if (entitlement != RoleEntitlement.Recoverable && !options.Trust.ReaderHosts.Contains(rotation.Secret.SecretId))
        {
            var application = await evidence.AtApplicationAsync(cancellationToken);
            await SameServer.RequireAsync(
                application.Session, transaction, Find(facts, application.Credential.Secret.UserName)!.Oid, cancellationToken);
        }

        if (evidence.Has(change.To.Secret))
        {
            rotation.Log.PasswordAlreadySet(next, change.To.VersionId);
            return false;
        }

        var isAlternate = pair is not null && next == pair.Alternate;
        List<RoleChange> changes = isAlternate ? [.. PairPlan.For(pair!, facts)] : [];
        var leftOut = await transaction.ChangeAsync($"Aligning {next}", changes, cancellationToken);
        NewPassword password = new(change.To.Secret.Password, options.Trust.PlainTextPasswords.Contains(rotation.Secret.SecretId));
        var kept = await transaction.SetPasswordAsync(next, password, evidence.UsedMd5, cancellationToken);

        var after = await ReadAsync();
        RequireSameRoles(facts, after);
        facts = after;
        var records = Records(rotation.Secret.SecretId, facts, next, entitlement, evidence);
        leftOut = [.. leftOut, .. await transaction.ChangeAsync($"Recording {next}", records, cancellationToken)];

        // Others may have granted something meanwhile, or put another role in the place of one that was read.
        var last = await ReadAsync();
        RequireSameRoles(facts, last);
        await RequireEligibleAsync(rotation, last, next, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Log(change, [.. changes, .. records], leftOut, kept, transaction.HidesStatements);
        return true;

        Task<PairFacts> ReadAsync() => transaction.DescribeAsync(pair?.Original ?? next, pair?.Alternate, cancellationToken);
    }

    private async Task RequireEligibleAsync(Rotation rotation, PairFacts facts, string next, CancellationToken cancellationToken)
    {
        var (arn, trust) = (rotation.Secret.SecretId, options.Trust);
        if (Find(facts, next) is null && (facts.Original is null || next == facts.Original.Name || facts.Alternate is not null))
        {
            throw new RoleUnsuitableException(
                $"The database has no user {next}.", "Create the user, or correct username in the secret's AWSCURRENT version.");
        }

        // The second of a pair gets the rights of the first.
        foreach (var role in new[] { facts.Original, Find(facts, next) }.OfType<RoleFacts>().DistinctBy(role => role.Oid))
        {
            // Only what the operator lists as privileged can get as far as needing the names of all superusers.
            var users = Entitlement.Lists(trust.Privileged, arn, role.Name) ? await superuser.UsersAsync(rotation, cancellationToken) : [];
            Entitlement.RequireEligible(role, arn, trust, users);
            await RequireOwnRecordAsync(rotation, role, cancellationToken);
        }
    }

    /// <summary>A role belongs to one secret, unless that one was deleted or the operator transfers the role.</summary>
    private async Task RequireOwnRecordAsync(Rotation rotation, RoleFacts role, CancellationToken cancellationToken)
    {
        var arn = rotation.Secret.SecretId;
        if (RoleRecord.Of(role) is { } record && record.Role == role.Oid && record.SecretArn != arn
            && !Entitlement.Lists(options.Trust.Transferred, arn, role.Name)
            && await rotation.Secret.Beside(record.SecretArn).ExistsAsync(cancellationToken))
        {
            throw new RoleUnsuitableException(
                $"{role.Name} is rotated by the secret {record.SecretArn}, so the superuser does not set its password for {arn}.",
                "Put another user into one of the two secrets; or let the operator list this secret and the role under transferred in "
                    + "TRUST_SETTINGS.");
        }
    }

    private async Task<RoleEntitlement> FindEntitlementAsync(
        CredentialChange change,
        AlternateRole? pair,
        PairFacts facts,
        RoleEvidence evidence,
        ServerAddress superusers,
        bool mayRecover,
        CancellationToken cancellationToken)
    {
        var to = change.To.Secret;
        if (pair is not null)
        {
            // The second may act as the first, and so set its password itself (SET ROLE, ALTER ROLE): it needs no read of AWSPREVIOUS.
            var isSecond = to.UserName == pair.Alternate;
            var isRecorded = facts is { Original: { } original, Alternate: { } alternate, MemberMayAct: true }
                && IsRecordedPair(original, alternate, change.Rotation.Secret.SecretId);
            if ((isSecond || isRecorded) && await evidence.FindAsync(isSecond ? pair.Original : pair.Alternate, cancellationToken)
                && (isRecorded || facts.Alternate is null))
            {
                return isRecorded ? RoleEntitlement.RecordedPair : RoleEntitlement.Created;
            }
        }

        if (Find(facts, to.UserName) is not null && await evidence.FindAsync(to.UserName, cancellationToken))
        {
            return RoleEntitlement.Login;
        }

        // Also a second user that does not exist yet: the word about the first user is not one about giving its rights to another.
        return mayRecover
            && Entitlement.Lists(options.Trust.Recoverable, change.Rotation.Secret.SecretId, to.UserName)
            && HostNames.Same(to.Host, superusers.Host) && to.Port == superusers.Port && to.Database == superusers.Database
                ? RoleEntitlement.Recoverable
                : RoleEntitlement.None;
    }

    /// <summary>Whether the two are recorded as a pair of this secret, or of the one that the operator transfers both from.</summary>
    private bool IsRecordedPair(RoleFacts original, RoleFacts alternate, string secretArn) =>
        RoleRecord.IsPair(original, alternate, secretArn)
        || (Entitlement.Lists(options.Trust.Transferred, secretArn, original.Name)
            && Entitlement.Lists(options.Trust.Transferred, secretArn, alternate.Name)
            && RoleRecord.Of(original) is { } record
            && RoleRecord.IsPair(original, alternate, record.SecretArn));

    /// <summary>The comments to write: on both roles of a pair when both are entitled, otherwise on the one that gets the
    /// password.</summary>
    private static RoleChange[] Records(string secretArn, PairFacts facts, string next, RoleEntitlement entitlement, RoleEvidence evidence)
    {
        var (original, alternate) = (facts.Original!, facts.Alternate);
        if (alternate is not null
            && (entitlement is RoleEntitlement.Created or RoleEntitlement.RecordedPair
            || (evidence.Has(original.Name) && evidence.Has(alternate.Name))))
        {
            return [.. Record(original, alternate.Oid), .. Record(alternate, original.Oid)];
        }

        var role = Find(facts, next)!;
        return RoleRecord.Of(role) is { } record && record.Role == role.Oid && record.SecretArn == secretArn ? [] : [.. Record(role, 0)];

        IEnumerable<RoleChange> Record(RoleFacts one, uint partner) =>
            new RoleRecord(one.Oid, partner, secretArn).In(one.Comment) is var comment && comment == one.Comment
                ? []
                : [new($"COMMENT ON ROLE {Sql.Identifier(one.Name)} IS {Sql.Literal(comment)}", IsOptional: true)];
    }

    private static void RequireSameRoles(PairFacts before, PairFacts after)
    {
        if (before.Original?.Oid != after.Original?.Oid || (before.Alternate is { } alternate && alternate.Oid != after.Alternate?.Oid))
        {
            throw new DatabaseUnreachableException(
                "Another session replaced a role while its password was being set, so nothing was changed.", "The rotation is retried.")
            { ConnectionLost = true };
        }
    }

    private static RoleFacts? Find(PairFacts facts, string name) =>
        facts.Original?.Name == name ? facts.Original : facts.Alternate?.Name == name ? facts.Alternate : null;

    private static void Log(
        CredentialChange change, IReadOnlyList<RoleChange> changes, IReadOnlyList<RoleChange> leftOut, VerifierKind kept,
        bool hidesStatements)
    {
        var log = change.Rotation.Log;
        foreach (var one in changes)
        {
            if (leftOut.Contains(one))
            {
                log.RoleChangeLeftOut(one.Statement);
            }
            else
            {
                log.RoleChanged(one.Statement);
            }
        }

        if (!hidesStatements)
        {
            log.StatementsVisible();
        }

        log.PasswordSet(change.To.Secret.UserName, change.To.VersionId, "the superuser", kept);
    }
}
