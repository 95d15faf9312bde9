using RotationLambdas.PostgresRotation.Postgres;
using RotationLambdas.PostgresRotation.Secrets;

namespace RotationLambdas.PostgresRotation.Strategies;

/// <summary>Which user is next, and who may set its password.</summary>
internal interface IRotationStrategy
{
    /// <summary>The user that gets the next password.</summary>
    /// <param name="current">The AWSCURRENT version.</param>
    /// <exception cref="Errors.RoleUnsuitableException">PostgreSQL cannot have a user of that name.</exception>
    string NextUser(DatabaseSecret current);

    /// <summary>Makes the database accept a credential. Repeating it is harmless, and so is a second invocation doing the same at once.</summary>
    /// <exception cref="FunctionException">The database does not accept it; any of the errors that concern the database.</exception>
    Task SetAsync(CredentialChange change, CancellationToken cancellationToken);

    /// <summary>What must hold in a session of a credential for it to be good.</summary>
    LoginExpectations Expectations(DatabaseSecret pending);

    /// <summary>Undoes <see cref="SetAsync"/>, so that the AWSCURRENT credential works.</summary>
    /// <param name="change">The change back: from the pending credential to the current one.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>False when there was nothing to undo.</returns>
    Task<bool> RollBackAsync(CredentialChange change, CancellationToken cancellationToken);
}
