using RotationLambdas.PostgresRotation.Errors;

namespace RotationLambdas.PostgresRotation.Postgres;

/// <summary>
/// A session on a database server. It shares the time budget that it was opened with. Every member may throw
/// <see cref="DatabaseUnreachableException"/> with <see cref="DatabaseUnreachableException.ConnectionLost"/> set when the connection breaks: the session is
/// of no use then. <see cref="DatabaseRefusedException"/> stands for errors of the server that have no class of their own.
/// </summary>
internal interface IDatabaseSession : IAsyncDisposable
{
    /// <summary>Whether what this session sends is encrypted.</summary>
    bool IsEncrypted { get; }

    /// <summary>
    /// Sets a role's password. Only a verifier made here goes to the server; VALID UNTIL stays as it is. Repeating it is harmless, and so is another
    /// invocation doing the same at the same time.
    /// </summary>
    /// <returns>What the server keeps: <see cref="VerifierKind.Md5"/> deserves a warning.</returns>
    /// <exception cref="NotPermittedException">The session's user may not set this password.</exception>
    /// <exception cref="RoleUnsuitableException">There is no such role.</exception>
    Task<VerifierKind> SetPasswordAsync(string role, string password, CancellationToken cancellationToken);

    /// <summary>Describes a role.</summary>
    /// <returns>Null when there is none of that name.</returns>
    Task<RoleDescription?> DescribeRoleAsync(string role, CancellationToken cancellationToken);

    /// <summary>
    /// Brings a pair of roles in line and sets the password of the next, in one transaction. The alternate is created when it is next and missing; its LOGIN,
    /// membership, connection limit, expiry, settings and (as the request has it) <c>SET role</c> are made to hold. Only what does not hold yet is
    /// changed, so that a user who may merely change passwords can serve a pair that is already in line.
    /// </summary>
    /// <returns>What the server keeps: <see cref="VerifierKind.Md5"/> deserves a warning.</returns>
    /// <exception cref="RoleUnsuitableException">The two are no pair: see <see cref="AlternateRole"/>; nothing was changed.</exception>
    /// <exception cref="NotPermittedException">The session's user may not do what is missing; nothing was changed.</exception>
    Task<VerifierKind> AssertAlternateRoleAsync(AlternateRole request, CancellationToken cancellationToken);

    /// <summary>Checks that this very session is what its credential should give.</summary>
    /// <exception cref="CredentialUnusableException">It is not; the first thing that is wrong is named.</exception>
    /// <exception cref="DatabaseRefusedException">The database is read-only and that is not expected: no fault of the credential.</exception>
    Task VerifyAsync(LoginExpectations expectations, CancellationToken cancellationToken);

    /// <summary>
    /// The number that a database cluster got when it was made (<c>pg_control_system()</c>). Physical replicas share it, so that two
    /// addresses with one number are one database.
    /// </summary>
    Task<string> SystemIdentifierAsync(CancellationToken cancellationToken);
}
