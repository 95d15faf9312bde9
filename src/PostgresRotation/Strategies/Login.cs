using RotationLambdas.PostgresRotation.Postgres;
using RotationLambdas.PostgresRotation.Secrets;

namespace RotationLambdas.PostgresRotation.Strategies;

/// <summary>A session, and the credential that opened it.</summary>
internal sealed class Login(KnownCredential credential, IDatabaseSession session) : IAsyncDisposable
{
    /// <summary>What worked.</summary>
    public KnownCredential Credential => credential;

    /// <summary>The open session.</summary>
    public IDatabaseSession Session => session;

    /// <summary>Logs out.</summary>
    public ValueTask DisposeAsync() => session.DisposeAsync();
}
