namespace RotationLambdas.PostgresRotation.Postgres;

/// <summary>A pair of roles that alternate.</summary>
/// <param name="Original">The first role: it has the grants and owns the objects.</param>
/// <param name="Alternate">The second role: a member of the first.</param>
/// <param name="ActsAsOriginal">
/// Whether sessions of the alternate run as the original (<c>ALTER ROLE … SET role</c>), so that what either creates belongs to the
/// original.
/// </param>
internal sealed record AlternateRole(string Original, string Alternate, bool ActsAsOriginal = true);
