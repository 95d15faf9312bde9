namespace Amazon.ECS;

/// <summary>Values of <c>ServiceConnectAccessLoggingFormat</c>; the service may know more than are named here.</summary>
public class ServiceConnectAccessLoggingFormat : ConstantClass
{
    public static readonly ServiceConnectAccessLoggingFormat JSON = new("JSON");
    public static readonly ServiceConnectAccessLoggingFormat TEXT = new("TEXT");

    public ServiceConnectAccessLoggingFormat(string value)
        : base(value)
    {
    }

    public static implicit operator ServiceConnectAccessLoggingFormat(string value) => FindValue(value);

    public static ServiceConnectAccessLoggingFormat FindValue(string value) => FindValue<ServiceConnectAccessLoggingFormat>(value);
}
