namespace RotationLambdas.Compat.Tests.OfficialSurface;

/// <summary>Has one visible member of every kind that the comparison knows, and some that nobody sees.</summary>
public class Sample
{
    public const string Constant = "c";

    public static readonly Sample Empty = new(0);

    public Sample(int size) => Size = size;

    public string? Name { get; private set; }

    internal int Size { get; }

    public static explicit operator int(Sample sample) => sample.ToInt32();

    public static Sample Make<T>(List<T> items) => new(items.Count);

    public int ToInt32() => Size;

    public override string ToString() => $"{Name} {Size}";

    protected void Change(string to) => Name = to;
}
