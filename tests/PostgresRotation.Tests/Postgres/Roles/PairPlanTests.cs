using RotationLambdas.PostgresRotation.Postgres.Roles;

namespace RotationLambdas.PostgresRotation.Tests.Postgres.Roles;

public sealed class PairPlanTests
{
    private const string Later = "2099-01-02 03:04:05.000000+00";
    private const string Earlier = "2098-01-02 03:04:05.000000+00";

    [Fact]
    public void The_second_role_is_created_like_the_first()
    {
        var original = Role(
            "app", limit: 7, until: Later, settings: [new(null, "search_path", "\"$user\", public"), new("shop", "work_mem", "8MB")]);

        Plan(original, null).ShouldBe(
        [
            $"CREATE ROLE \"app_clone\" LOGIN CONNECTION LIMIT 7 VALID UNTIL '{Later}'",
            "GRANT \"app\" TO \"app_clone\"",
            "ALTER ROLE \"app_clone\" SET \"search_path\" TO '$user', 'public'",
            "ALTER ROLE \"app_clone\" IN DATABASE \"shop\" SET \"work_mem\" TO '8MB'",
            "ALTER ROLE \"app_clone\" SET \"role\" TO 'app'",
        ]);
    }

    [Fact]
    public void From_PostgreSQL_16_on_the_membership_has_its_options() =>
        Plan(Role("app"), null, version: 160000).ShouldContain("GRANT \"app\" TO \"app_clone\" WITH INHERIT TRUE, SET TRUE");

    [Fact]
    public void A_pair_in_line_needs_nothing() =>
        Plan(Role("app", limit: 7), Role("app_clone", limit: 7, settings: [new(null, "role", "app")])).ShouldBeEmpty();

    [Fact]
    public void Limits_are_only_tightened()
    {
        RoleSetting[] asApp = [new(null, "role", "app")];

        Plan(Role("app", limit: -1, until: null), Role("app_clone", limit: 3, until: Earlier, settings: asApp)).ShouldBeEmpty();
        Plan(Role("app", limit: 9, until: Later), Role("app_clone", limit: 3, until: Earlier, settings: asApp)).ShouldBeEmpty();
        Plan(Role("app", limit: 3, until: Earlier), Role("app_clone", limit: 9, until: Later, settings: asApp))
            .ShouldBe([$"ALTER ROLE \"app_clone\" CONNECTION LIMIT 3 VALID UNTIL '{Earlier}'"]);
        Plan(Role("app", limit: 3, until: Earlier), Role("app_clone", limit: -1, until: "infinity", settings: asApp))
            .ShouldBe([$"ALTER ROLE \"app_clone\" CONNECTION LIMIT 3 VALID UNTIL '{Earlier}'"]);
    }

    [Fact]
    public void Settings_follow_the_first_role_and_its_own_role_setting_wins() => Plan(
            Role("app", settings: [new(null, "role", "owner"), new(null, "myapp.Tenant", "x,y")]),
            Role("app_clone", settings: [new(null, "role", "app"), new(null, "work_mem", "8MB")]))
        .ShouldBe(
        [
            "ALTER ROLE \"app_clone\" RESET \"work_mem\"",
            "ALTER ROLE \"app_clone\" SET \"role\" TO 'owner'",
            "ALTER ROLE \"app_clone\" SET \"myapp\".\"Tenant\" TO 'x,y'",
        ]);

    [Fact]
    public void A_setting_that_may_not_be_made_is_optional_except_role()
    {
        var changes = PairPlan.For(new("app", "app_clone"), Facts(Role("app", settings: [new(null, "log_statement", "all")]), null));

        changes.Where(change => change.IsOptional).ShouldHaveSingleItem().Statement.ShouldContain("log_statement");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_restricted_membership_is_not_widened(bool actsAsOriginal)
    {
        var facts = Facts(Role("app"), Role("app_clone")) with { MemberMayAct = false, MemberInherits = false };

        Should.Throw<RoleUnsuitableException>(() => PairPlan.For(new("app", "app_clone", actsAsOriginal), facts))
            .Remedy.ShouldContain("GRANT \"app\" TO \"app_clone\"");
    }

    [Fact]
    public void Without_the_right_to_change_roles_the_statement_is_named()
    {
        var facts = Facts(Role("app"), null);

        Should.Throw<NotPermittedException>(() => PairPlan.For(new("app", "app_clone"), facts with { AdminMayChangeRoles = false }))
            .Remedy.ShouldBe("Run: ALTER ROLE \"boss\" CREATEROLE;");
        Should.Throw<NotPermittedException>(() => PairPlan.For(new("app", "app_clone"), facts with { AdminOverOriginal = false }))
            .Remedy.ShouldBe("Run: GRANT \"app\" TO \"boss\" WITH ADMIN OPTION;");
    }

    private static IEnumerable<string> Plan(RoleFacts original, RoleFacts? alternate, int version = 150000) =>
        PairPlan.For(new("app", "app_clone"), Facts(original, alternate, version)).Select(change => change.Statement);

    private static PairFacts Facts(RoleFacts original, RoleFacts? alternate, int version = 150000) =>
        new(original, alternate, true, true, "boss", true, true, true, version);

    private static RoleFacts Role(string name, int limit = -1, string? until = null, IReadOnlyList<RoleSetting>? settings = null) =>
        new(20_000, name, true, limit, until, false, false, false, "", "", settings ?? []);
}
