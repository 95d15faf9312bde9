namespace Amazon.ECS;

/// <summary>Values of <c>ServiceConnectIncludeQueryParameters</c>; the service may know more than are named here.</summary>
public class ServiceConnectIncludeQueryParameters : ConstantClass
{
    public static readonly ServiceConnectIncludeQueryParameters DISABLED = new("DISABLED");
    public static readonly ServiceConnectIncludeQueryParameters ENABLED = new("ENABLED");

    public ServiceConnectIncludeQueryParameters(string value)
        : base(value)
    {
    }

    public static implicit operator ServiceConnectIncludeQueryParameters(string value) => FindValue(value);

    public static ServiceConnectIncludeQueryParameters FindValue(string value) => FindValue<ServiceConnectIncludeQueryParameters>(value);
}
