namespace RotationLambdas.PostgresRotation.Postgres;

/// <summary>What must hold in a session for its credential to be good.</summary>
/// <param name="User">The name that the session must be logged in as (<c>session_user</c>).</param>
/// <param name="ActsAs">The role that it must act as (<c>current_user</c>); null: whichever the database's settings make it.</param>
/// <param name="NoMorePowerfulThan">The role whose attributes are the ceiling for the user's own (the pair's original); null: no ceiling.</param>
/// <param name="ReadOnlyExpected">Whether a standby or a read-only database is fine.</param>
/// <param name="TestQuery">A statement that must succeed, run in a read-only transaction when <paramref name="ReadOnlyExpected"/>; null: none. Its rows are not looked at.</param>
internal sealed record LoginExpectations(
    string User,
    string? ActsAs = null,
    string? NoMorePowerfulThan = null,
    bool ReadOnlyExpected = false,
    string? TestQuery = null);
