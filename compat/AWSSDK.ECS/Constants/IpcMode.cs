namespace Amazon.ECS;

/// <summary>Values of <c>IpcMode</c>; the service may know more than are named here.</summary>
public class IpcMode : ConstantClass
{
    public static readonly IpcMode Host = new("host");
    public static readonly IpcMode None = new("none");
    public static readonly IpcMode Task = new("task");

    public IpcMode(string value)
        : base(value)
    {
    }

    public static implicit operator IpcMode(string value) => FindValue(value);

    public static IpcMode FindValue(string value) => FindValue<IpcMode>(value);
}
