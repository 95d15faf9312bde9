using RotationLambdas.PostgresRotation.Postgres;

namespace RotationLambdas.PostgresRotation.Strategies;

/// <summary>A superuser's session on the server that its own secret names.</summary>
internal sealed class SuperuserSession(string userName, IDatabaseSession session) : IAsyncDisposable
{
    /// <summary>The superuser's name.</summary>
    public string UserName => userName;

    /// <summary>The open session.</summary>
    public IDatabaseSession Session => session;

    /// <summary>Logs out.</summary>
    public ValueTask DisposeAsync() => session.DisposeAsync();
}
