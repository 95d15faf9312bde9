namespace RotationLambdas.PostgresRotation.Postgres.Roles;

/// <summary>Derives the changes that a pair's second role needs from the facts. Pure. Limits are only tightened, a membership that an
/// administrator restricted is not widened, and a lock is never removed.</summary>
internal static class PairPlan
{
    private const string RoleParameter = "role";
    private const string Forever = "infinity";

    /// <summary>The changes, in order; none when the pair is in line.</summary>
    /// <exception cref="RoleUnsuitableException">The two are not a pair.</exception>
    /// <exception cref="NotPermittedException">The session's user may not make the changes.</exception>
    public static IReadOnlyList<RoleChange> For(AlternateRole request, PairFacts facts)
    {
        var original = facts.Original ?? throw new RoleUnsuitableException(
            $"There is no role {request.Original} that {request.Alternate} could alternate with.",
            $"Create {request.Original}, or put its right name into the secret.");
        RoleChange[] changes = [
            .. facts.Alternate is { } alternate
                ? Align(request, facts, original, alternate) : Create(request, facts, original), .. Settings(request, facts, original)];
        RequirePermission(request, facts, changes);
        return changes;
    }

    private static IEnumerable<RoleChange> Create(AlternateRole request, PairFacts facts, RoleFacts original)
    {
        var options = facts.Version >= PairFacts.AdminOptionVersion ? " WITH INHERIT TRUE, SET TRUE" : "";
        yield return new($"CREATE ROLE {Sql.Identifier(request.Alternate)} LOGIN{Limit(original)}{Until(original)}");
        yield return new($"GRANT {Sql.Identifier(request.Original)} TO {Sql.Identifier(request.Alternate)}{options}");
    }

    private static IEnumerable<RoleChange> Align(AlternateRole request, PairFacts facts, RoleFacts original, RoleFacts alternate)
    {
        if (request.ActsAsOriginal ? !facts.MemberMayAct : !facts.MemberInherits)
        {
            throw new RoleUnsuitableException(
                $"The role {alternate.Name} exists, and it {(request.ActsAsOriginal ? "may not act as" : "does not have the rights of")} "
                    + $"{original.Name}: a membership that rotation did not make is not widened.",
                $"If the two belong together, run: GRANT {Sql.Identifier(original.Name)} TO {Sql.Identifier(alternate.Name)}; otherwise "
                    + $"rename one of them or use another suffix.");
        }

        var limit = original.ConnectionLimit >= 0 && (alternate.ConnectionLimit < 0 || alternate.ConnectionLimit > original.ConnectionLimit)
            ? Limit(original) : "";
        var until = EndsEarlier(original.ValidUntil, alternate.ValidUntil) ? Until(original) : "";
        if (limit.Length + until.Length > 0)
        {
            yield return new($"ALTER ROLE {Sql.Identifier(alternate.Name)}{limit}{until}");
        }
    }

    private static string Limit(RoleFacts role) =>
        role.ConnectionLimit >= 0 ? string.Create(CultureInfo.InvariantCulture, $" CONNECTION LIMIT {role.ConnectionLimit}") : "";

    private static string Until(RoleFacts role) => role.ValidUntil is { } until and not Forever ? $" VALID UNTIL {Sql.Literal(until)}" : "";

    /// <summary>The texts are in UTC and of one form, so that their order is that of time.</summary>
    private static bool EndsEarlier(string? one, string? other) =>
        one is not (null or Forever) && (other is null or Forever || string.CompareOrdinal(one, other) < 0);

    private static IEnumerable<RoleChange> Settings(AlternateRole request, PairFacts facts, RoleFacts original)
    {
        var wanted = original.Settings.ToDictionary(setting => (setting.Database, setting.Name));

        // Where the original itself runs as another role, so does the alternate: what they create then belongs to that one.
        if (request.ActsAsOriginal)
        {
            wanted.TryAdd((null, RoleParameter), new(null, RoleParameter, request.Original));
        }

        var alternate = Sql.Identifier(request.Alternate);
        var present = (facts.Alternate?.Settings ?? []).ToDictionary(setting => (setting.Database, setting.Name));
        return
        [
            .. present.Values.Where(setting => !wanted.ContainsKey((setting.Database, setting.Name)))
                .Select(setting =>
                    new RoleChange($"ALTER ROLE {alternate}{In(setting)} RESET {SettingText.NameOf(setting)}", IsOptional: true)),
            .. wanted.Values.Where(setting => present.GetValueOrDefault((setting.Database, setting.Name)) != setting)
                .Select(setting => new RoleChange(
                    $"ALTER ROLE {alternate}{In(setting)} SET {SettingText.NameOf(setting)} TO {SettingText.ValueOf(setting)}",
                    IsOptional: setting.Name != RoleParameter)),
        ];

        static string In(RoleSetting setting) => setting.Database is null ? "" : $" IN DATABASE {Sql.Identifier(setting.Database)}";
    }

    private static void RequirePermission(AlternateRole request, PairFacts facts, RoleChange[] changes)
    {
        if (!facts.AdminMayChangeRoles)
        {
            throw new NotPermittedException(
                $"The superuser secret's user {facts.Admin} may not change roles.",
                $"Run: ALTER ROLE {Sql.Identifier(facts.Admin)} CREATEROLE;");
        }

        string[] lacking =
        [
            .. facts is { AdminOverOriginal: false, Alternate: null } ? [request.Original] : Array.Empty<string>(),
            .. facts is { AdminOverAlternate: false, Alternate: not null } && changes.Any(change => !change.IsOptional)
                ? [request.Alternate] : Array.Empty<string>(),
        ];
        if (lacking.Length > 0)
        {
            var roles = string.Join(", ", lacking.Select(role => OutsideText.Of(Sql.Identifier(role))));
            throw new NotPermittedException(
                $"The superuser secret's user {facts.Admin} lacks ADMIN OPTION on {roles}, which PostgreSQL 16 and later demand.",
                $"Run: GRANT {roles} TO {Sql.Identifier(facts.Admin)} WITH ADMIN OPTION;");
        }
    }
}

/// <summary>A change of a role, other than of its password.</summary>
/// <param name="Statement">The SQL statement; it holds no secret value, so it is also the log's text.</param>
/// <param name="IsOptional">Whether the rotation goes on when the superuser may not make it.</param>
internal sealed record RoleChange(string Statement, bool IsOptional = false);
