using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.PostgresRotation.Options;
using RotationLambdas.PostgresRotation.Postgres;
using RotationLambdas.PostgresRotation.Secrets;

namespace RotationLambdas.PostgresRotation.Strategies;

/// <summary>Logs in with the first credential of a secret's history that the database accepts, and says in the log what was tried.</summary>
internal sealed class CredentialSearch(IDatabaseServer database, RotationOptions options)
{
    /// <summary>Tries one credential after the other.</summary>
    /// <param name="change">The change that the login is wanted for.</param>
    /// <param name="users">The users whose credentials are of use.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>Null when the database refuses all of them.</returns>
    /// <exception cref="FunctionException">The database cannot be talked to; other credentials would fare no better.</exception>
    public async Task<Login?> ClimbAsync(CredentialChange change, IReadOnlyCollection<string> users, CancellationToken cancellationToken)
    {
        await foreach (var known in new CredentialHistory(change, users).ReadAsync(cancellationToken))
        {
            try
            {
                return await LogInAsync(change.Rotation, known, cancellationToken);
            }
            catch (LoginRefusedException)
            {
                // Logged where it happened; the next credential may do.
            }
        }

        return null;
    }

    /// <summary>Logs in with one credential.</summary>
    /// <exception cref="FunctionException">The login failed.</exception>
    public async Task<Login> LogInAsync(Rotation rotation, KnownCredential known, CancellationToken cancellationToken)
    {
        try
        {
            var session = await database.LogInAsync(
                known.Secret.Address(options.TransportOf(rotation.Secret.SecretId, known.Secret.Ssl)), known.Secret.Credential, rotation.Budget, cancellationToken);
            rotation.Log.LoginWorked(known.Secret.UserName, known.Name, known.VersionId, session.IsEncrypted);
            return new Login(known, session);
        }
        catch (LoginRefusedException refusal)
        {
            rotation.Log.LoginRefused(known.Secret.UserName, known.Name, known.VersionId, refusal.Problem);
            throw;
        }
    }
}
