namespace RotationLambdas.PostgresRotation.Postgres;

/// <summary>The conditions for a credential to be usable.</summary>
/// <param name="User">The name that the session must be logged in as (<c>session_user</c>).</param>
/// <param name="ActsAs">
/// The role that sessions of the user must act as, unless that role has a <c>role</c> setting of its own, which then counts; null: any.
/// </param>
/// <param name="ReadOnlyExpected">Whether a standby or a read-only database is accepted.</param>
/// <param name="TestQuery">The operator's statement that must succeed; null: none.</param>
internal sealed record LoginExpectations(string User, string? ActsAs = null, bool ReadOnlyExpected = false, string? TestQuery = null);
