using RotationLambdas.PostgresRotation.Postgres;
using RotationLambdas.PostgresRotation.Secrets;

namespace RotationLambdas.PostgresRotation.Strategies;

/// <summary>A session, and the credential that opened it.</summary>
internal sealed record Login(KnownCredential Credential, IDatabaseSession Session) : IAsyncDisposable
{
    /// <summary>Logs out.</summary>
    public ValueTask DisposeAsync() => Session.DisposeAsync();
}
