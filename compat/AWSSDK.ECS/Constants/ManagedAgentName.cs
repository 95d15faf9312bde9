namespace Amazon.ECS;

/// <summary>Values of <c>ManagedAgentName</c>; the service may know more than are named here.</summary>
public class ManagedAgentName : ConstantClass
{
    public static readonly ManagedAgentName ExecuteCommandAgent = new("ExecuteCommandAgent");

    public ManagedAgentName(string value)
        : base(value)
    {
    }

    public static implicit operator ManagedAgentName(string value) => FindValue(value);

    public static ManagedAgentName FindValue(string value) => FindValue<ManagedAgentName>(value);
}
