namespace RotationLambdas.PostgresRotation.Postgres;

/// <summary>A pair of roles that take turns, and the one of them whose turn it is.</summary>
/// <param name="Original">The first role: it has the grants and owns the objects.</param>
/// <param name="Alternate">The second role: a member of the first.</param>
/// <param name="Next">The name of the one that gets <paramref name="Password"/>: either of the two. The other one's password stays as it is.</param>
/// <param name="Password">The new password of <paramref name="Next"/>.</param>
/// <param name="ActsAsOriginal">
/// Whether sessions of the alternate run as the original (<c>ALTER ROLE … SET role</c>), so that what either creates belongs to the original.
/// </param>
internal sealed record AlternateRole(string Original, string Alternate, string Next, string Password, bool ActsAsOriginal = true)
{
    /// <summary>The names alone.</summary>
    public override string ToString() => $"{Original} and {Alternate}, next {Next}";
}
