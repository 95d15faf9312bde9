namespace RotationLambdas.PostgresRotation.Postgres;

/// <summary>A session on a database server. It shares the time budget that it was opened with. Every member may throw
/// <see cref="DatabaseUnreachableException"/> with <see cref="DatabaseUnreachableException.ConnectionLost"/> set when the connection
/// breaks or another session changed the same role at the same time: the session is of no use then, and the work may be repeated in
/// another one.</summary>
internal interface IDatabaseSession : IAsyncDisposable
{
    bool IsEncrypted { get; }

    /// <summary>Whether the server asked for an md5 hash instead of SCRAM.</summary>
    bool UsedMd5 { get; }

    /// <summary>The address that was connected to, with the IP address that was chosen.</summary>
    ServerAddress Address { get; }

    /// <summary>Whether a pooler answered: it refused or dropped the startup options, and may have a list of passwords that is not the
    /// database's.</summary>
    Task<bool> IsPooledAsync(CancellationToken cancellationToken);

    /// <summary>Sets the password of the session's own user. Repeating it is harmless; VALID UNTIL stays as it is.</summary>
    /// <returns>The kind of hash that the server keeps: <see cref="VerifierKind.Md5"/> deserves a warning.</returns>
    /// <exception cref="NotPermittedException">The user may not set its password.</exception>
    /// <exception cref="PlainPasswordDemandedException">The server takes no hashed passwords.</exception>
    Task<VerifierKind> SetPasswordAsync(NewPassword password, CancellationToken cancellationToken);

    /// <summary>Checks that this session is what its credential should give.</summary>
    /// <exception cref="CredentialUnusableException">It is not; the first difference is named.</exception>
    /// <exception cref="DatabaseRefusedException">The database is read-only and that is not expected.</exception>
    Task VerifyAsync(LoginExpectations expectations, CancellationToken cancellationToken);

    /// <summary>Runs the operator's TEST_QUERY in a transaction that is rolled back.</summary>
    /// <exception cref="CredentialUnusableException">The query fails.</exception>
    Task TryOutAsync(string testQuery, bool readOnly, CancellationToken cancellationToken);

    /// <summary>Gives this session a name that a superuser of the same server can find, in a transaction that stays open until the session
    /// is closed or the next mark replaces the name.</summary>
    Task MarkAsync(string name, CancellationToken cancellationToken);

    /// <summary>Begins a superuser's transaction about a role and, for a pair, its partner.</summary>
    /// <exception cref="DatabaseRefusedException">The server is read-only, or the session is not one of the user that logged
    /// in.</exception>
    Task<IRoleTransaction> BeginAsync(CancellationToken cancellationToken);
}
