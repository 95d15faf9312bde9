using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.PostgresRotation.Postgres;
using RotationLambdas.PostgresRotation.Postgres.Catalog;
using RotationLambdas.PostgresRotation.Postgres.Roles;

namespace RotationLambdas.PostgresRotation.Tests.Postgres.Roles;

/// <summary>What differs between versions of PostgreSQL, stated without a server; the rest is tested against one.</summary>
public class PairPlanTests
{
    private static readonly RoleDescription App = new("app", true, true, RoleAttributes.None, -1, null, [], []);

    private static readonly RoleDescription Clone = App with { Name = "app_clone", MemberOf = ["app"], Settings = [new(null, "role", "app")] };

    [Theory]
    [InlineData(150018, "GRANT \"app\" TO \"app_clone\"")]
    [InlineData(160000, "GRANT \"app\" TO \"app_clone\" WITH INHERIT TRUE, SET TRUE")]
    public void The_grant_has_its_options_where_the_server_knows_them(int version, string grant)
    {
        Plan(Facts(version) with { Alternate = null }).ShouldContain(grant);
    }

    [Fact]
    public void A_membership_that_does_not_let_the_second_act_as_the_first_is_granted_anew()
    {
        Plan(Facts(170000) with { MemberMayAct = false }).ShouldContain("GRANT \"app\" TO \"app_clone\" WITH INHERIT TRUE, SET TRUE");
    }

    [Fact]
    public void A_pair_in_line_needs_but_the_password()
    {
        Plan(Facts(170000)).ShouldBe(["ALTER ROLE \"app_clone\" PASSWORD 'verifier'"]);
    }

    [Fact]
    public void ADMIN_OPTION_that_is_lacking_is_met_with_the_grant_to_run()
    {
        var error = Should.Throw<NotPermittedException>(() => Plan(Facts(170000) with { Alternate = null, AdminOverOriginal = false }));

        error.Remedy.ShouldBe("Run: GRANT \"app\" TO \"Admin\" WITH ADMIN OPTION;");
    }

    [Fact]
    public void ADMIN_OPTION_is_demanded_only_for_roles_that_are_changed()
    {
        Plan(Facts(170000) with { AdminOverOriginal = false }).ShouldHaveSingleItem();
        Should.Throw<NotPermittedException>(() => Plan(Facts(170000) with { AdminOverAlternate = false }))
            .Remedy.ShouldBe("Run: GRANT \"app_clone\" TO \"Admin\" WITH ADMIN OPTION;");
    }

    [Fact]
    public void The_turn_of_the_first_demands_ADMIN_OPTION_on_the_first_alone()
    {
        Plan(Facts(170000) with { AdminOverAlternate = false }, next: "app").ShouldBe(["ALTER ROLE \"app\" PASSWORD 'verifier'"]);
        Should.Throw<NotPermittedException>(() => Plan(Facts(170000) with { AdminOverOriginal = false }, next: "app"));
    }

    [Fact]
    public void A_first_user_that_may_not_log_in_is_refused_on_its_turn()
    {
        Should.Throw<RoleUnsuitableException>(() => Plan(Facts(170000) with { Original = App with { CanLogin = false } }, next: "app"))
            .Remedy.ShouldBe("Run: ALTER ROLE \"app\" LOGIN;");
    }

    [Fact]
    public void Infinity_and_no_expiry_are_the_same()
    {
        Plan(Facts(150000) with { Alternate = Clone with { ValidUntil = "infinity" } }).ShouldHaveSingleItem();
        Plan(Facts(150000) with { Alternate = Clone with { ValidUntil = "2030-01-01 00:00:00.000000+00" } })
            .ShouldBe(["ALTER ROLE \"app_clone\" VALID UNTIL 'infinity' PASSWORD 'verifier'"]);
    }

    private static PairFacts Facts(int version) => new(new(version, false, 4096, false, false), App, Clone, true, true, true, true, true, true);

    private static IReadOnlyList<string> Plan(PairFacts facts, string next = "app_clone") =>
        new PairPlan(new("app", "app_clone", next, "password"), facts, "Admin").Statements("verifier");
}
