namespace Amazon.ECS;

public class ResourceManagementType : ConstantClass
{
    public static readonly ResourceManagementType ECS = new("ECS");

    public ResourceManagementType(string value)
        : base(value)
    {
    }

    public static implicit operator ResourceManagementType(string value) => FindValue(value);

    public static ResourceManagementType FindValue(string value) => FindValue<ResourceManagementType>(value);
}
