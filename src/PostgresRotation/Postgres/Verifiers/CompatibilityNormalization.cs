namespace RotationLambdas.PostgresRotation.Postgres.Verifiers;

/// <summary>Unicode normalisation form KC (Unicode Standard Annex 15) for the code points that Unicode 3.2 assigns, which are all that
/// SASLprep lets through.</summary>
internal static class CompatibilityNormalization
{
    // Hangul syllables are composed and decomposed by arithmetic: Unicode Standard, section 3.12.
    private const int LeadingBase = 0x1100;
    private const int VowelBase = 0x1161;
    private const int TrailingBase = 0x11A7;
    private const int SyllableBase = 0xAC00;
    private const int LeadingCount = 19;
    private const int VowelCount = 21;
    private const int TrailingCount = 28;
    private const int SyllableCount = LeadingCount * VowelCount * TrailingCount;

    public static List<int> Normalize(IEnumerable<int> codePoints)
    {
        var decomposed = new List<int>();
        foreach (var codePoint in codePoints)
        {
            Decompose(codePoint, decomposed);
        }

        Order(decomposed);
        return Compose(decomposed);
    }

    private static void Decompose(int codePoint, List<int> target)
    {
        if (codePoint is >= SyllableBase and < SyllableBase + SyllableCount)
        {
            var (vowels, trailing) = Math.DivRem(codePoint - SyllableBase, TrailingCount);
            var (leading, vowel) = Math.DivRem(vowels, VowelCount);
            target.Add(LeadingBase + leading);
            target.Add(VowelBase + vowel);
            if (trailing > 0)
            {
                target.Add(TrailingBase + trailing);
            }
        }
        else if (SaslTables.Instance.Decompositions.TryGetValue(codePoint, out var parts))
        {
            target.AddRange(parts);
        }
        else
        {
            target.Add(codePoint);
        }
    }

    /// <summary>Puts neighbouring combining marks into the order of their classes; equal ones stay as they are.</summary>
    private static void Order(List<int> codePoints)
    {
        for (var i = 1; i < codePoints.Count; i++)
        {
            var mark = codePoints[i];
            var markClass = ClassOf(mark);
            var place = i;
            for (; markClass > 0 && place > 0 && ClassOf(codePoints[place - 1]) > markClass; place--)
            {
                codePoints[place] = codePoints[place - 1];
            }

            codePoints[place] = mark;
        }
    }

    private static List<int> Compose(List<int> codePoints)
    {
        var composed = new List<int>(codePoints.Count);
        var starter = -1;
        var lastClass = -1;
        foreach (var codePoint in codePoints)
        {
            var ownClass = ClassOf(codePoint);
            if (starter >= 0 && lastClass < ownClass && TryCompose(composed[starter], codePoint, out var composite))
            {
                composed[starter] = composite;
                continue;
            }

            // A starter can only be joined to the one right before it.
            (starter, lastClass) = ownClass == 0 ? (composed.Count, -1) : (starter, ownClass);
            composed.Add(codePoint);
        }

        return composed;
    }

    private static bool TryCompose(int first, int second, out int composite)
    {
        if (first is >= LeadingBase and < LeadingBase + LeadingCount && second is >= VowelBase and < VowelBase + VowelCount)
        {
            composite = SyllableBase + ((((first - LeadingBase) * VowelCount) + (second - VowelBase)) * TrailingCount);
            return true;
        }

        if (first is >= SyllableBase and < SyllableBase + SyllableCount && (first - SyllableBase) % TrailingCount == 0
            && second is > TrailingBase and < TrailingBase + TrailingCount)
        {
            composite = first + (second - TrailingBase);
            return true;
        }

        return SaslTables.Instance.Compositions.TryGetValue((first, second), out composite);
    }

    private static int ClassOf(int codePoint) => SaslTables.Instance.CombiningClasses.GetValueOrDefault(codePoint);
}
