using Amazon.Runtime.Endpoints;

namespace Amazon.EventBridge;

public class AmazonEventBridgeConfig : ClientConfig
{
    public AmazonEventBridgeConfig()
        : base(DefaultModes.Provider) => EventBridgeService.Instance.Configure(this);

    public override string RegionEndpointServiceName => EventBridgeService.Instance.SigningName;

    public override string ServiceVersion => EventBridgeService.Instance.ApiVersion;

    public override string UserAgent => EventBridgeService.Instance.UserAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(ServiceEndpointResolver.Parameters(this, parameters?.AlternateEndpoint));
}
