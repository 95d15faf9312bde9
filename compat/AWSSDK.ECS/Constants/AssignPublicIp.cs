namespace Amazon.ECS;

/// <summary>Values of <c>AssignPublicIp</c>; the service may know more than are named here.</summary>
public class AssignPublicIp : ConstantClass
{
    public static readonly AssignPublicIp DISABLED = new("DISABLED");
    public static readonly AssignPublicIp ENABLED = new("ENABLED");

    public AssignPublicIp(string value)
        : base(value)
    {
    }

    public static implicit operator AssignPublicIp(string value) => FindValue(value);

    public static AssignPublicIp FindValue(string value) => FindValue<AssignPublicIp>(value);
}
