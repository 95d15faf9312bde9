namespace RotationLambdas.PostgresRotation.Strategies;

/// <summary>Which user is next, and who may set its password.</summary>
internal interface IRotationStrategy
{
    /// <summary>Whether <see cref="SetAsync"/> replaces the password that AWSCURRENT is in use with.</summary>
    bool ReplacesCurrentPassword { get; }

    /// <summary>Refuses, before anything is written, a secret that <see cref="SetAsync"/> could not serve.</summary>
    /// <param name="current">The AWSCURRENT version.</param>
    /// <exception cref="FunctionException">The superuser's secret is missing, not readable, not allowed, or the secret itself.</exception>
    Task CheckAsync(Rotation rotation, DatabaseSecret current, CancellationToken cancellationToken);

    /// <summary>The user that gets the next password.</summary>
    /// <param name="current">The AWSCURRENT version.</param>
    /// <exception cref="Errors.RoleUnsuitableException">PostgreSQL cannot have a user of that name.</exception>
    string NextUser(DatabaseSecret current);

    /// <summary>Makes the database accept a credential. Repeating it is harmless, and so is a second invocation doing the same at
    /// once.</summary>
    /// <exception cref="FunctionException">The database does not accept it; any of the errors that concern the database.</exception>
    Task SetAsync(CredentialChange change, CancellationToken cancellationToken);

    /// <summary>What must hold in a session of a credential for it to be good.</summary>
    LoginExpectations Expectations(DatabaseSecret pending);

    /// <summary>Restores the password of AWSCURRENT, knowing only that and the one that this rotation set.</summary>
    /// <param name="change">The change back: from the one that this rotation set to AWSCURRENT's.</param>
    /// <returns>False when the database accepted AWSCURRENT's already.</returns>
    /// <exception cref="Errors.LoginRefusedException">The database accepts neither: somebody changed the password by hand.</exception>
    Task<bool> RollBackAsync(CredentialChange change, CancellationToken cancellationToken);
}

/// <summary>A change of credential that a database is to make.</summary>
/// <param name="Rotation">The invocation that wants it.</param>
/// <param name="From">The credential that is expected to work before.</param>
/// <param name="To">The credential that is to work after.</param>
internal sealed record CredentialChange(Rotation Rotation, KnownCredential From, KnownCredential To);
