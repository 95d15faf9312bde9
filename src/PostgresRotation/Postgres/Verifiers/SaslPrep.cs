namespace RotationLambdas.PostgresRotation.Postgres.Verifiers;

/// <summary>The form of a password that SCRAM hashes: SASLprep (RFC 4013), as PostgreSQL applies it. Where SASLprep forbids a password,
/// PostgreSQL takes its bytes as they are (PostgreSQL documentation, "SASL Authentication"), and refuses what is forbidden before
/// normalising.</summary>
internal static class SaslPrep
{
    /// <summary>Prepares <paramref name="password"/>; plain ASCII comes back as it is.</summary>
    public static string Prepare(string password)
    {
        // A lone surrogate has no UTF-8, and so nothing that could be prepared.
        if (Ascii.IsValid(password) || password.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar))
        {
            return password;
        }

        var mapped = Map(password);
        if (mapped.Count == 0 || mapped.Exists(SaslTables.Instance.Forbidden.Contains) || IsMixedInDirection(mapped))
        {
            return password;
        }

        var prepared = new StringBuilder(password.Length);
        foreach (var codePoint in CompatibilityNormalization.Normalize(mapped))
        {
            prepared.Append(new Rune(codePoint).ToString());
        }

        return prepared.ToString();
    }

    private static List<int> Map(string password)
    {
        var tables = SaslTables.Instance;
        var mapped = new List<int>(password.Length);
        foreach (var rune in password.EnumerateRunes())
        {
            if (tables.Spaces.Contains(rune.Value))
            {
                mapped.Add(' ');
            }
            else if (!tables.MappedToNothing.Contains(rune.Value))
            {
                mapped.Add(rune.Value);
            }
        }

        return mapped;
    }

    /// <summary>RFC 3454, section 6: with a right-to-left character, the first and the last must be such, and none may be
    /// left-to-right.</summary>
    private static bool IsMixedInDirection(List<int> codePoints)
    {
        var (rightToLeft, leftToRight) = (SaslTables.Instance.RightToLeft, SaslTables.Instance.LeftToRight);
        return codePoints.Exists(rightToLeft.Contains)
            && (codePoints.Exists(leftToRight.Contains) || !rightToLeft.Contains(codePoints[0]) || !rightToLeft.Contains(codePoints[^1]));
    }
}
