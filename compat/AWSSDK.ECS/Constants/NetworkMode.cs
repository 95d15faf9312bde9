namespace Amazon.ECS;

/// <summary>Values of <c>NetworkMode</c>; the service may know more than are named here.</summary>
public class NetworkMode : ConstantClass
{
    public static readonly NetworkMode Awsvpc = new("awsvpc");
    public static readonly NetworkMode Bridge = new("bridge");
    public static readonly NetworkMode Host = new("host");
    public static readonly NetworkMode None = new("none");

    public NetworkMode(string value)
        : base(value)
    {
    }

    public static implicit operator NetworkMode(string value) => FindValue(value);

    public static NetworkMode FindValue(string value) => FindValue<NetworkMode>(value);
}
