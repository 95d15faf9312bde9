namespace Amazon.ECS;

/// <summary>Values of <c>ResourceType</c>; the service may know more than are named here.</summary>
public class ResourceType : ConstantClass
{
    public static readonly ResourceType GPU = new("GPU");
    public static readonly ResourceType InferenceAccelerator = new("InferenceAccelerator");
    public static readonly ResourceType NeuronDevice = new("NeuronDevice");

    public ResourceType(string value)
        : base(value)
    {
    }

    public static implicit operator ResourceType(string value) => FindValue(value);

    public static ResourceType FindValue(string value) => FindValue<ResourceType>(value);
}
