namespace Amazon.ECS;

/// <summary>Values of <c>EBSResourceType</c>; the service may know more than are named here.</summary>
public class EBSResourceType : ConstantClass
{
    public static readonly EBSResourceType Volume = new("volume");

    public EBSResourceType(string value)
        : base(value)
    {
    }

    public static implicit operator EBSResourceType(string value) => FindValue(value);

    public static EBSResourceType FindValue(string value) => FindValue<EBSResourceType>(value);
}
