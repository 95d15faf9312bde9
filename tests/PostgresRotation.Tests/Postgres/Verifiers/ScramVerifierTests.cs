namespace RotationLambdas.PostgresRotation.Tests.Postgres.Verifiers;

public class ScramVerifierTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public void The_example_of_RFC_7677_gives_its_keys()
    {
        ScramVerifier.Create("pencil", 4096, Convert.FromBase64String("W22ZaJ0SNY7soEsUEjb6gQ=="))
            .ShouldBe(
                "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=");
    }

    [Fact]
    public void Each_verifier_has_a_salt_of_its_own()
    {
        ScramVerifier.Create("pencil").ShouldNotBe(ScramVerifier.Create("pencil"));
    }

    [Fact]
    public void The_number_of_iterations_is_the_one_asked_for()
    {
        ScramVerifier.Create("pencil", 10_000).ShouldStartWith("SCRAM-SHA-256$10000:");
    }

    [Fact]
    public async Task The_verifier_is_what_the_server_computes()
    {
        var role = postgres.NewName();
        await postgres.ExecuteAsync($"CREATE ROLE {role}");
        foreach (var password in PasswordSamples.Any.Sample(numberOfSamples: 150, size: 20))
        {
            await postgres.ExecuteAsync($"ALTER ROLE {role} PASSWORD '{password.Replace("'", "''")}'");
            var stored = (await postgres.QueryAsync($"SELECT rolpassword FROM pg_authid WHERE rolname = '{role}'")).Single();

            var parts = stored.Split(':', '$');
            ScramVerifier.Create(password, int.Parse(parts[1]), Convert.FromBase64String(parts[2]))
                .ShouldBe(
                    stored, $"password of code points {string.Join(' ', password.EnumerateRunes().Select(rune => $"{rune.Value:X4}"))}");
        }
    }
}
