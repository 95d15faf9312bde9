namespace RotationLambdas.PostgresRotation.Strategies;

internal sealed record Login(KnownCredential Credential, IDatabaseSession Session) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Session.DisposeAsync();
}
