namespace Amazon.ECS;

/// <summary>Values of <c>ApplicationProtocol</c>; the service may know more than are named here.</summary>
public class ApplicationProtocol : ConstantClass
{
    public static readonly ApplicationProtocol Grpc = new("grpc");
    public static readonly ApplicationProtocol Http = new("http");
    public static readonly ApplicationProtocol Http2 = new("http2");

    public ApplicationProtocol(string value)
        : base(value)
    {
    }

    public static implicit operator ApplicationProtocol(string value) => FindValue(value);

    public static ApplicationProtocol FindValue(string value) => FindValue<ApplicationProtocol>(value);
}
