namespace Amazon.ECS;

/// <summary>Values of <c>Connectivity</c>; the service may know more than are named here.</summary>
public class Connectivity : ConstantClass
{
    public static readonly Connectivity CONNECTED = new("CONNECTED");
    public static readonly Connectivity DISCONNECTED = new("DISCONNECTED");

    public Connectivity(string value)
        : base(value)
    {
    }

    public static implicit operator Connectivity(string value) => FindValue(value);

    public static Connectivity FindValue(string value) => FindValue<Connectivity>(value);
}
