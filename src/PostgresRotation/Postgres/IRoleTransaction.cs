using RotationLambdas.PostgresRotation.Postgres.Roles;

namespace RotationLambdas.PostgresRotation.Postgres;

/// <summary>A superuser's transaction with fixed settings: what it changes takes effect at <see cref="CommitAsync"/> or not at
/// all.</summary>
internal interface IRoleTransaction : IAsyncDisposable
{
    /// <summary>Whether the settings that keep password hashes out of the server's log and statistics could be made.</summary>
    bool HidesStatements { get; }

    /// <summary>Reads a pair of roles; one that is missing is null.</summary>
    /// <param name="original">The first role's name.</param>
    /// <param name="alternate">The second role's name; null when the role alternates with no other.</param>
    Task<PairFacts> DescribeAsync(string original, string? alternate, CancellationToken cancellationToken);

    /// <summary>Finds the session that <see cref="IDatabaseSession.MarkAsync"/> named.</summary>
    /// <returns>Its process id; null unless exactly one client session of this role has the name.</returns>
    Task<int?> FindMarkAsync(string name, uint role, CancellationToken cancellationToken);

    /// <param name="doing">Their purpose, as the beginning of a sentence.</param>
    /// <returns>The changes that were left out because the session's user may not make them; all of them were optional.</returns>
    /// <exception cref="NotPermittedException">The session's user may not do it.</exception>
    Task<IReadOnlyList<RoleChange>> ChangeAsync(string doing, IReadOnlyList<RoleChange> changes, CancellationToken cancellationToken);

    /// <exception cref="NotPermittedException">The session's user may not do it.</exception>
    /// <exception cref="PlainPasswordDemandedException">The server takes no hashed passwords.</exception>
    Task<VerifierKind> SetPasswordAsync(string role, NewPassword password, bool usesMd5, CancellationToken cancellationToken);

    /// <summary>Makes the changes take effect.</summary>
    Task CommitAsync(CancellationToken cancellationToken);
}
