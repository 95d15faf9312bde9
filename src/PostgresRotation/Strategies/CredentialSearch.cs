namespace RotationLambdas.PostgresRotation.Strategies;

/// <summary>Finds the credential of a secret's history that a database accepts, and logs what was tried.</summary>
internal sealed class CredentialSearch(IDatabaseServer database, RotationOptions options)
{
    /// <param name="credentials">The credentials, the likeliest first.</param>
    /// <param name="address">The address to log in at; null: each secret's own.</param>
    /// <returns>Null when the database refuses all of them.</returns>
    /// <exception cref="FunctionException">The database cannot be reached or refuses the user; other credentials would not
    /// help.</exception>
    public async Task<Login?> FindAsync(
        IAsyncEnumerable<KnownCredential> credentials, Rotation rotation, ServerAddress? address, CancellationToken cancellationToken)
    {
        await foreach (var known in credentials.WithCancellation(cancellationToken))
        {
            try
            {
                return await LogInAsync(rotation, known, cancellationToken, address);
            }
            catch (LoginRefusedException)
            {
                // Logged where it happened; the next credential may work.
            }
        }

        return null;
    }

    /// <exception cref="FunctionException">The login failed.</exception>
    public async Task<Login> LogInAsync(
        Rotation rotation,
        KnownCredential known,
        CancellationToken cancellationToken,
        ServerAddress? address = null,
        SessionSettings settings = SessionSettings.Fixed)
    {
        try
        {
            var session = await database.LogInAsync(
                address ?? AddressOf(rotation, known.Secret), known.Secret.Credential, rotation.Budget, settings, cancellationToken);
            rotation.Log.LoginWorked(known.Secret.UserName, known.Name, known.VersionId, session.IsEncrypted);
            return new Login(known, session);
        }
        catch (LoginRefusedException refusal)
        {
            rotation.Log.LoginRefused(known.Secret.UserName, known.Name, known.VersionId, refusal.Problem);
            throw;
        }
    }

    /// <summary>The address of a secret's server, with the operator's transport.</summary>
    public ServerAddress AddressOf(Rotation rotation, DatabaseSecret secret) =>
        secret.Address(options.TransportOf(rotation.Secret.SecretId, secret.Ssl));
}
