namespace RotationLambdas.PostgresRotation.Postgres.Connecting;

/// <summary>An open connection and the source that it came from, which must go with it.</summary>
internal sealed record OpenConnection(NpgsqlDataSource Source, NpgsqlConnection Connection) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        await Source.DisposeAsync();
    }
}
