using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.PostgresRotation.Postgres.Catalog;

namespace RotationLambdas.PostgresRotation.Postgres.Roles;

/// <summary>Finds out what a pair of roles lacks, or why it is no pair. Pure: what it makes is only text.</summary>
/// <param name="request">The pair as it should be.</param>
/// <param name="facts">The pair as it is.</param>
/// <param name="admin">The session's user.</param>
internal sealed class PairPlan(AlternateRole request, PairFacts facts, string admin)
{
    private const string RoleParameter = "role";

    private readonly List<string> _statements = [];
    private readonly string _alternate = Sql.Identifier(request.Alternate);
    private bool _grants;

    /// <summary>The statements that bring the pair in line and set the password, to be run in one transaction.</summary>
    /// <param name="verifier">What the password is stored as.</param>
    /// <exception cref="RoleUnsuitableException">The two are no pair.</exception>
    /// <exception cref="NotPermittedException">The session's user may not do what is missing.</exception>
    public IReadOnlyList<string> Statements(string verifier)
    {
        var original = facts.Original ?? throw new RoleUnsuitableException(
            $"There is no role {request.Original} that {request.Alternate} could take turns with.",
            $"Create {request.Original}, or put its right name into the secret.");
        RequirePair(original);

        var password = $" PASSWORD {Sql.Literal(verifier)}";
        var forAlternate = request.Next == request.Alternate ? password : "";
        if (facts.Alternate is { } alternate)
        {
            var options = Options(original, alternate) + forAlternate;
            Add(options.Length > 0, $"ALTER ROLE {_alternate}{options}");
        }
        else
        {
            Add(true, $"CREATE ROLE {_alternate} LOGIN{Options(original, null)}{forAlternate}");
        }

        Grant();
        Settings(original);
        Add(request.Next == request.Original, $"ALTER ROLE {Sql.Identifier(request.Original)}{password}");
        RequirePermission();
        return _statements;
    }

    private void Add(bool needed, string statement)
    {
        if (needed)
        {
            _statements.Add(statement);
        }
    }

    private void RequirePair(RoleDescription original)
    {
        if (facts.Alternate is not { } alternate)
        {
            if (request.Next != request.Alternate)
            {
                throw new RoleUnsuitableException(
                    $"There is no role {request.Alternate}, although it should be in use now.", $"Put a user that exists into the secret, {request.Original} for example.");
            }

            return;
        }

        if (!facts.IsMember)
        {
            throw new RoleUnsuitableException(
                $"The role {alternate.Name} exists and is not a member of {original.Name}: the two are not known to belong together.",
                $"If they do, run: GRANT {Sql.Identifier(original.Name)} TO {_alternate}; otherwise rename one of them or use another suffix.");
        }

        var excess = alternate.Attributes & ~original.Attributes;
        if (excess != RoleAttributes.None)
        {
            throw new RoleUnsuitableException(
                $"The role {alternate.Name} has attributes that {original.Name} lacks: {RoleCatalog.Sql(excess)}.",
                $"Run: ALTER ROLE {_alternate} {RoleCatalog.Negate(excess)};");
        }

        if (request.Next == original.Name && !original.CanLogin)
        {
            throw new RoleUnsuitableException(
                $"The role {original.Name} may not log in.", $"Run: ALTER ROLE {Sql.Identifier(original.Name)} LOGIN;");
        }
    }

    private string Options(RoleDescription original, RoleDescription? alternate)
    {
        const string Forever = "infinity";
        var login = alternate is { CanLogin: false } ? " LOGIN" : "";
        var inherit = !request.ActsAsOriginal && alternate is { Inherits: false } ? " INHERIT" : "";
        var limit = original.ConnectionLimit != (alternate?.ConnectionLimit ?? -1)
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" CONNECTION LIMIT {original.ConnectionLimit}")
            : "";
        var until = original.ValidUntil ?? Forever;
        return login + inherit + limit + (until != (alternate?.ValidUntil ?? Forever) ? $" VALID UNTIL {Sql.Literal(until)}" : "");
    }

    private void Grant()
    {
        _grants = facts.Alternate is null || (request.ActsAsOriginal ? !facts.MemberMayAct : !facts.MemberInherits);
        var options = facts.Server.Version >= ServerFacts.AdminOptionVersion ? " WITH INHERIT TRUE, SET TRUE" : "";
        Add(_grants, $"GRANT {Sql.Identifier(request.Original)} TO {_alternate}{options}");
    }

    private void Settings(RoleDescription original)
    {
        var wanted = original.Settings.ToDictionary(setting => (setting.Database, setting.Name));

        // Where the original itself acts as another role, so does the alternate: what they create then belongs to that one.
        if (request.ActsAsOriginal)
        {
            wanted.TryAdd((null, RoleParameter), new(null, RoleParameter, request.Original));
        }

        var present = (facts.Alternate?.Settings ?? []).ToDictionary(setting => (setting.Database, setting.Name));
        foreach (var extra in present.Values.Where(setting => !wanted.ContainsKey((setting.Database, setting.Name))))
        {
            Add(true, $"ALTER ROLE {_alternate}{In(extra)} RESET {SettingText.NameOf(extra)}");
        }

        foreach (var setting in wanted.Values.Where(setting => present.GetValueOrDefault((setting.Database, setting.Name)) != setting))
        {
            Add(true, $"ALTER ROLE {_alternate}{In(setting)} SET {SettingText.NameOf(setting)} TO {SettingText.ValueOf(setting)}");
        }

        static string In(RoleSetting setting) => setting.Database is null ? "" : $" IN DATABASE {Sql.Identifier(setting.Database)}";
    }

    private void RequirePermission()
    {
        if (!facts.AdminMayChangeRoles)
        {
            throw new NotPermittedException(
                $"The superuser secret's user {admin} may not change roles.", $"Run: ALTER ROLE {Sql.Identifier(admin)} CREATEROLE;");
        }

        var lacking = new List<string>();
        if (!facts.AdminOverOriginal && (_grants || request.Next == request.Original))
        {
            lacking.Add(request.Original);
        }

        if (!facts.AdminOverAlternate && facts.Alternate is not null && _statements.Exists(statement => statement.StartsWith($"ALTER ROLE {_alternate}", StringComparison.Ordinal)))
        {
            lacking.Add(request.Alternate);
        }

        if (lacking.Count > 0)
        {
            var roles = string.Join(", ", lacking.Select(Sql.Identifier));
            throw new NotPermittedException(
                $"The superuser secret's user {admin} lacks ADMIN OPTION on {roles}, which PostgreSQL 16 and later demand.",
                $"Run: GRANT {roles} TO {Sql.Identifier(admin)} WITH ADMIN OPTION;");
        }
    }
}
