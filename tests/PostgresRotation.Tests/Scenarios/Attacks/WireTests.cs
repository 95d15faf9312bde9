namespace RotationLambdas.PostgresRotation.Tests.Scenarios.Attacks;

/// <summary>Every statement of a superuser's session is known, and the first ones fix its settings.</summary>
[Collection(AttackServers.Paths)]
public sealed partial class WireTests(AttackServers servers) : Attack(servers)
{
    private static readonly string[] Beginning =
    [
        "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE",
        "SET LOCAL search_path = pg_catalog, pg_temp",
        "SET LOCAL ROLE NONE",
    ];

    [Theory]
    [OnEachServer]
    public async Task Every_statement_of_a_superusers_session_is_ours_and_the_first_fix_it(string server)
    {
        await AttackAsync(server);
        await using RecordingProxy proxy = new(Fixture.Database.Host, Fixture.Database.Port);
        var secret = await PairThroughAsync(proxy.Port);

        await secret.ShouldRotateAsync();
        await secret.ShouldRotateAsync();

        proxy.Startups.ShouldAllBe(
            startup =>
                startup.Contains("search_path=pg_catalog,pg_temp") && startup.Contains("role=none")
                    && startup.Contains("local_preload_libraries= "));
        var statements = proxy.Statements.ToList();
        statements.Where(statement => !Ours().IsMatch(statement)).ShouldBeEmpty();
        ShouldBeginFixed(statements);
        var password = statements.FindIndex(statement => statement.Contains(" PASSWORD ", StringComparison.Ordinal));
        statements.FindIndex(statement => statement.Contains("'log_statement', 'none'", StringComparison.Ordinal))
            .ShouldBeInRange(0, password);
    }

    [ToolTheory("pgbouncer")]
    [Trait("Needs", "pgbouncer")]
    [OnEachServer]
    public async Task Behind_a_pooler_that_refuses_the_options_the_settings_are_made_all_the_same(string server)
    {
        await AttackAsync(server);
        await using var pooler = await AskingAsync("transaction");
        await using RecordingProxy proxy = new("127.0.0.1", pooler.Port);
        await (await PairThroughAsync(proxy.Port)).ShouldRotateAsync();

        proxy.Startups.Select(startup => startup.Contains("search_path=", StringComparison.Ordinal)).Distinct().Count().ShouldBe(2);
        proxy.Statements.Where(statement => !Ours().IsMatch(statement)).ShouldBeEmpty();
        ShouldBeginFixed([.. proxy.Statements]);
    }

    private static void ShouldBeginFixed(List<string> statements)
    {
        statements[0].ShouldBe(Beginning[0]);
        foreach (var begin in Enumerable.Range(0, statements.Count)
            .Where(at => statements[at].StartsWith("BEGIN", StringComparison.Ordinal)))
        {
            statements.Skip(begin).Take(Beginning.Length).ShouldBe(Beginning);
        }
    }

    [GeneratedRegex(
        """
        ^(BEGIN\ ISOLATION\ LEVEL\ READ\ COMMITTED\ READ\ WRITE|COMMIT|ROLLBACK|SAVEPOINT\ optional|RELEASE\ optional
        |SET\ LOCAL\ (search_path|ROLE|statement_timeout|lock_timeout|idle_in_transaction_session_timeout|standard_conforming_strings
            |debug_print_(parse|rewritten)|transform_null_equals|DateStyle|exit_on_error|password_encryption)\ .*
        |(CREATE|ALTER)\ ROLE\ .*|GRANT\ .*\ TO\ .*|COMMENT\ ON\ ROLE\ .*
        |SELECT\ (pg_catalog\.(current_setting|pg_is_in_recovery|pg_stat_clear_snapshot|set_config)\(|COALESCE\(pg_catalog\.pg_has_role\(|role\.rolname|pid\ FROM\ pg_catalog\.pg_stat_activity)(.|\n)*|WITH\ RECURSIVE\ held(.|\n)*)$
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Ours();
}
