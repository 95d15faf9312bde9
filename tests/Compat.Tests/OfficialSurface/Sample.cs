namespace RotationLambdas.Compat.Tests.OfficialSurface;

/// <summary>Has one visible member of every kind that the comparison knows, and some that nobody sees.</summary>
public class Sample
{
    public const string Constant = "c";

    public static readonly Sample Empty = new(0);

    public Sample(int size) => Size = size;

    public event EventHandler? Changed;

    public string? Name { get; set; }

    internal int Size { get; }

    public static implicit operator Sample(string name) => new(name.Length);

    public static Sample FromString(string name) => name;

    public static Sample Make<T>(List<T> items, int? size) => new(size ?? items.Count);

    public override string ToString() => $"{Name} {Size}";

    internal void Raise() => Changed?.Invoke(this, EventArgs.Empty);

    protected void Change((string Name, byte[] Content) to) => Name = to.Name + to.Content.Length;
}
