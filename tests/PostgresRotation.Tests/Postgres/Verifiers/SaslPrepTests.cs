using Npgsql;

namespace RotationLambdas.PostgresRotation.Tests.Postgres.Verifiers;

public class SaslPrepTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Theory]
    [InlineData("I\u00ADX", "IX")]
    [InlineData("user", "user")]
    [InlineData("USER", "USER")]
    [InlineData("\u00AA", "a")]
    [InlineData("\u2168", "IX")]
    // Spaces, directions and composition.
    [InlineData("a\u00A0b\u3000c", "a b c")]
    [InlineData("\u0627\u0031\u0628", "\u0627\u0031\u0628")]
    [InlineData("e\u0301", "\u00E9")]
    [InlineData("\u1112\u1161\u11AB", "\uD55C")]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    [InlineData("\u1E9B\u0323", "\u1E69")]
    public void The_examples_of_RFC_4013_and_others_are_prepared(string password, string prepared) =>
        SaslPrep.Prepare(password).ShouldBe(prepared);

    [Theory]
    [InlineData("\u00E9\u0007", "a control character")]
    [InlineData("\u0627\u0031", "a right-to-left string that does not end as it began")]
    [InlineData("\u0627a\u0627", "both directions")]
    [InlineData("\u0221x", "a code point that Unicode 3.2 lacks")]
    [InlineData("\uE000", "private use")]
    [InlineData("\u00AD", "nothing left")]
    [InlineData("\uD800\u00E9", "a lone surrogate")]
    public void What_SASLprep_forbids_stays_as_it_is(string password, string why) => SaslPrep.Prepare(password).ShouldBe(password, why);

    [Fact]
    public async Task Every_code_point_is_normalised_as_the_server_does()
    {
        await using var source = NpgsqlDataSource.Create(postgres.Server.AdministratorConnectionString);
        await using var command = source.CreateCommand(
            "SELECT code, normalize(chr(code), NFKC) FROM generate_series(1, 1114111) AS code WHERE code NOT BETWEEN 55296 AND 57343");
        await using var reader = await command.ExecuteReaderAsync();
        var compared = 0;
        List<int> different = [];
        while (await reader.ReadAsync())
        {
            var code = reader.GetInt32(0);
            if (!SaslTables.Instance.Forbidden.Contains(code))
            {
                compared++;
                if (Normalize([code]) != reader.GetString(1))
                {
                    different.Add(code);
                }
            }
        }

        compared.ShouldBeGreaterThan(90_000);
        different.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_text_is_normalised_as_the_server_does()
    {
        var texts = PasswordSamples.Any.Sample(numberOfSamples: 1000, size: 30)
            .Select(text => string.Concat(text.EnumerateRunes().Where(rune => !SaslTables.Instance.Forbidden.Contains(rune.Value))))
            .Where(text => text.Length > 0)
            .ToArray();
        await using var source = NpgsqlDataSource.Create(postgres.Server.AdministratorConnectionString);
        await using var command = source.CreateCommand(
            "SELECT normalize(text, NFKC) FROM unnest($1) WITH ORDINALITY AS given(text, place) ORDER BY place");
        command.Parameters.Add(new() { Value = texts });
        await using var reader = await command.ExecuteReaderAsync();
        foreach (var text in texts)
        {
            (await reader.ReadAsync()).ShouldBeTrue();
            Normalize(text.EnumerateRunes().Select(rune => rune.Value)).ShouldBe(reader.GetString(0), text);
        }

        texts.Length.ShouldBeGreaterThan(500);
    }

    private static string Normalize(IEnumerable<int> codePoints) =>
        string.Concat(CompatibilityNormalization.Normalize(codePoints).Select(code => new Rune(code)));
}
