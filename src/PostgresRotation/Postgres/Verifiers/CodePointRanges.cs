namespace RotationLambdas.PostgresRotation.Postgres.Verifiers;

/// <summary>A set of code points, kept as ranges.</summary>
/// <param name="bounds">The first and the last code point of each range, in rising order.</param>
internal sealed class CodePointRanges(int[] bounds)
{
    public bool Contains(int codePoint)
    {
        var found = Array.BinarySearch(bounds, codePoint);

        // Not found: the complement of the index of the next bound, which is a last one (odd) when the code point is inside of a range.
        return found >= 0 || (~found & 1) == 1;
    }
}
