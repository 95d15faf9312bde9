namespace Amazon.ECS;

/// <summary>Values of <c>TransportProtocol</c>; the service may know more than are named here.</summary>
public class TransportProtocol : ConstantClass
{
    public static readonly TransportProtocol Tcp = new("tcp");
    public static readonly TransportProtocol Udp = new("udp");

    public TransportProtocol(string value)
        : base(value)
    {
    }

    public static implicit operator TransportProtocol(string value) => FindValue(value);

    public static TransportProtocol FindValue(string value) => FindValue<TransportProtocol>(value);
}
