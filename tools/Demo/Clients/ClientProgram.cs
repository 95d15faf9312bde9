using Npgsql;

namespace RotationLambdas.Demo.Clients;

/// <summary>What runs in the demo's ECS tasks: a client that logs in to PostgreSQL all the time, each time anew, with the user and
/// password that it was given when it started and with nothing that came later. It prints one line for each login.</summary>
internal static class ClientProgram
{
    public const string Accepted = "accepted";

    public const string Refused = "refused";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static async Task<int> RunAsync(CancellationToken stopping)
    {
        var connectionString = Sql.ConnectionString(
            Variable("DATABASE_HOST"),
            int.Parse(Variable("DATABASE_PORT"), CultureInfo.InvariantCulture),
            Variable("DATABASE_USER"),
            Variable("DATABASE_PASSWORD"),
            Variable("DATABASE_ROOT_CERTIFICATE"));
        while (!stopping.IsCancellationRequested)
        {
            await Console.Out.WriteLineAsync(await LogInAsync(connectionString));
            await Task.WhenAny(Task.Delay(Pause, stopping));
        }

        return 0;
    }

    // A login that has begun is brought to its end, at any signal: half a login is neither accepted nor refused.
    private static async Task<string> LogInAsync(string connectionString)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(CancellationToken.None);
            return Accepted;
        }
        catch (NpgsqlException refusal)
        {
            return $"{Refused}: {refusal.Message}";
        }
    }

    private static string Variable(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new ArgumentException($"The task definition gives the client no {name}.");
}
