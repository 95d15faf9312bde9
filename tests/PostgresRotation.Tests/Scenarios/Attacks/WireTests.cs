using System.Text.RegularExpressions;

namespace RotationLambdas.PostgresRotation.Tests.Scenarios.Attacks;

/// <summary>Every statement of a superuser's session is known, and the first ones fix its settings.</summary>
[Collection(RotationSandbox.Collection)]
public sealed partial class WireTests(RotationSandbox fixture) : IDisposable
{
    private static readonly string[] Beginning =
    [
        "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE",
        "SET LOCAL search_path = pg_catalog, pg_temp",
        "SET LOCAL ROLE NONE",
    ];

    public void Dispose() => fixture.Reset();

    [Fact]
    public async Task Every_statement_of_a_superusers_session_is_ours()
    {
        await using RecordingProxy proxy = new(fixture.Database.Port);
        var superuser = await fixture.CreateSuperuserAsync();
        _ = await superuser.PutChangedAsync("port", $"{proxy.Port}");
        var secret = await fixture.CreateAppAsync(superuser);

        await secret.ShouldRotateAsync();
        await secret.ShouldRotateAsync();

        proxy.Statements.ShouldNotBeEmpty();
        proxy.Statements.Where(statement => !Ours().IsMatch(statement)).ShouldBeEmpty();
        proxy.Startups.ShouldAllBe(startup => startup.Contains("search_path=pg_catalog,pg_temp") && startup.Contains("role=none") && startup.Contains("local_preload_libraries= "));
    }

    [Fact]
    public async Task Each_transaction_begins_with_the_fixed_settings()
    {
        await using RecordingProxy proxy = new(fixture.Database.Port);
        var superuser = await fixture.CreateSuperuserAsync();
        _ = await superuser.PutChangedAsync("port", $"{proxy.Port}");
        var secret = await fixture.CreateAppAsync(superuser);

        await secret.ShouldRotateAsync();

        var statements = proxy.Statements.ToList();
        statements[0].ShouldBe(Beginning[0]);
        foreach (var begin in Enumerable.Range(0, statements.Count).Where(at => statements[at].StartsWith("BEGIN", StringComparison.Ordinal)))
        {
            statements.Skip(begin).Take(Beginning.Length).ShouldBe(Beginning);
        }

        var password = statements.FindIndex(statement => statement.Contains(" PASSWORD ", StringComparison.Ordinal));
        statements.FindIndex(statement => statement.Contains("'log_statement', 'none'", StringComparison.Ordinal)).ShouldBeInRange(0, password);
    }

    [GeneratedRegex(
        """
        ^(BEGIN\ ISOLATION\ LEVEL\ READ\ COMMITTED\ READ\ WRITE|COMMIT|ROLLBACK|SAVEPOINT\ optional|RELEASE\ optional
        |SET\ LOCAL\ (search_path|ROLE|statement_timeout|lock_timeout|idle_in_transaction_session_timeout|standard_conforming_strings
            |transform_null_equals|DateStyle|password_encryption)\ .*
        |(CREATE|ALTER)\ ROLE\ .*|GRANT\ .*\ TO\ .*|COMMENT\ ON\ ROLE\ .*
        |SELECT\ (pg_catalog\.|DISTINCT\ |COALESCE\(pg_catalog\.|role\.rolname|pid\ FROM\ pg_catalog\.pg_stat_activity)(.|\n)*|WITH\ RECURSIVE\ held(.|\n)*)$
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Ours();
}
