using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.ECS;

public class AmazonECSConfig : ClientConfig
{
    private static readonly string UserAgentString = InternalSDKUtils.BuildUserAgentString("ECS", "4.0");

    public AmazonECSConfig()
        : base(DefaultModes.Provider)
    {
        base.ServiceId = ECSService.Instance.Id;
        AuthenticationServiceName = ECSService.Instance.SigningName;
        EndpointProvider = new ServiceEndpointProvider(ECSService.Instance.SigningName);
    }

    public static new string ServiceId => ECSService.Instance.Id;

    public override string RegionEndpointServiceName => ECSService.Instance.SigningName;

    public override string ServiceVersion => ECSService.Instance.ApiVersion;

    public override string UserAgent => UserAgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(ServiceEndpointResolver.Parameters(this, parameters?.AlternateEndpoint));
}
