namespace Amazon.ECS;

/// <summary>Values of <c>Scope</c>; the service may know more than are named here.</summary>
public class Scope : ConstantClass
{
    public static readonly Scope Shared = new("shared");
    public static readonly Scope Task = new("task");

    public Scope(string value)
        : base(value)
    {
    }

    public static implicit operator Scope(string value) => FindValue(value);

    public static Scope FindValue(string value) => FindValue<Scope>(value);
}
