using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.EventBridge;

public class AmazonEventBridgeConfig : ClientConfig
{
    private static readonly string UserAgentString = InternalSDKUtils.BuildUserAgentString("EventBridge", "4.0");

    public AmazonEventBridgeConfig()
        : base(DefaultModes.Provider)
    {
        base.ServiceId = EventBridgeService.Instance.Id;
        AuthenticationServiceName = EventBridgeService.Instance.SigningName;
        EndpointProvider = new ServiceEndpointProvider(EventBridgeService.Instance.SigningName);
    }

    public static new string ServiceId => EventBridgeService.Instance.Id;

    public override string RegionEndpointServiceName => EventBridgeService.Instance.SigningName;

    public override string ServiceVersion => EventBridgeService.Instance.ApiVersion;

    public override string UserAgent => UserAgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(ServiceEndpointResolver.Parameters(this, parameters?.AlternateEndpoint));
}
