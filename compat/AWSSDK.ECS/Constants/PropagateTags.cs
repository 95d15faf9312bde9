namespace Amazon.ECS;

/// <summary>Values of <c>PropagateTags</c>; the service may know more than are named here.</summary>
public class PropagateTags : ConstantClass
{
    public static readonly PropagateTags NONE = new("NONE");
    public static readonly PropagateTags SERVICE = new("SERVICE");
    public static readonly PropagateTags TASK_DEFINITION = new("TASK_DEFINITION");

    public PropagateTags(string value)
        : base(value)
    {
    }

    public static implicit operator PropagateTags(string value) => FindValue(value);

    public static PropagateTags FindValue(string value) => FindValue<PropagateTags>(value);
}
