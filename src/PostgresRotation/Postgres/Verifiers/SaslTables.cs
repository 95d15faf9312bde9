namespace RotationLambdas.PostgresRotation.Postgres.Verifiers;

/// <summary>The character tables of SASLprep, from the resource that <c>make-sasl-tables.py</c> makes. .NET itself does not normalise when
/// it runs without ICU, as it does in a small Lambda package: <c>string.Normalize</c> then returns what it was given. Read when a password
/// is met that is not plain ASCII, and only then.</summary>
internal sealed class SaslTables
{
    private static readonly Lazy<SaslTables> Loaded = new(Load);

    private readonly byte[] _data;
    private int _position;

    private SaslTables(byte[] data)
    {
        _data = data;
        Spaces = ReadRanges();
        MappedToNothing = ReadRanges();
        Forbidden = ReadRanges();
        RightToLeft = ReadRanges();
        LeftToRight = ReadRanges();
        CombiningClasses = ReadCombiningClasses();
        Decompositions = ReadDecompositions();
        Compositions = ReadCompositions();
    }

    public static SaslTables Instance => Loaded.Value;

    /// <summary>RFC 3454, C.1.2: spaces other than U+0020.</summary>
    public CodePointRanges Spaces { get; }

    /// <summary>RFC 3454, B.1.</summary>
    public CodePointRanges MappedToNothing { get; }

    /// <summary>RFC 4013, section 2.3 and 2.5: prohibited characters, and code points that Unicode 3.2 does not assign.</summary>
    public CodePointRanges Forbidden { get; }

    /// <summary>RFC 3454, D.1: RandALCat.</summary>
    public CodePointRanges RightToLeft { get; }

    /// <summary>RFC 3454, D.2: LCat.</summary>
    public CodePointRanges LeftToRight { get; }

    /// <summary>The canonical combining class of each code point that has one other than 0.</summary>
    public IReadOnlyDictionary<int, int> CombiningClasses { get; }

    /// <summary>The full compatibility decomposition of each code point that has one, Hangul syllables apart.</summary>
    public IReadOnlyDictionary<int, int[]> Decompositions { get; }

    /// <summary>The primary composite of each pair that has one, Hangul apart.</summary>
    public IReadOnlyDictionary<(int First, int Second), int> Compositions { get; }

    private static SaslTables Load()
    {
        using var resource = typeof(SaslTables).Assembly.GetManifestResourceStream("SaslTables.bin")!;
        var data = new byte[resource.Length];
        resource.ReadExactly(data);
        return new(data);
    }

    private int ReadNumber()
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = _data[_position++];
            number |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return number;
            }
        }
    }

    private CodePointRanges ReadRanges()
    {
        var bounds = new int[2 * ReadNumber()];
        var at = 0;
        for (var i = 0; i < bounds.Length; i++)
        {
            bounds[i] = at += ReadNumber();
        }

        return new(bounds);
    }

    private Dictionary<int, int> ReadCombiningClasses()
    {
        var count = ReadNumber();
        var classes = new Dictionary<int, int>(count);
        for (int i = 0, code = 0; i < count; i++)
        {
            classes.Add(code += ReadNumber(), ReadNumber());
        }

        return classes;
    }

    private Dictionary<int, int[]> ReadDecompositions()
    {
        var count = ReadNumber();
        var decompositions = new Dictionary<int, int[]>(count);
        for (int i = 0, code = 0; i < count; i++)
        {
            code += ReadNumber();
            var parts = new int[ReadNumber()];
            for (var part = 0; part < parts.Length; part++)
            {
                parts[part] = ReadNumber();
            }

            decompositions.Add(code, parts);
        }

        return decompositions;
    }

    private Dictionary<(int First, int Second), int> ReadCompositions()
    {
        var count = ReadNumber();
        var compositions = new Dictionary<(int First, int Second), int>(count);
        for (var i = 0; i < count; i++)
        {
            compositions.Add((ReadNumber(), ReadNumber()), ReadNumber());
        }

        return compositions;
    }
}
