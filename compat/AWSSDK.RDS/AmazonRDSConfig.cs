using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.RDS;

public class AmazonRDSConfig : ClientConfig
{
    private static readonly string UserAgentString = InternalSDKUtils.BuildUserAgentString("RDS", "4.0");

    public AmazonRDSConfig()
        : base(DefaultModes.Provider)
    {
        base.ServiceId = RDSService.Instance.Id;
        AuthenticationServiceName = RDSService.Instance.SigningName;
        EndpointProvider = new ServiceEndpointProvider(RDSService.Instance.SigningName);
    }

    public static new string ServiceId => RDSService.Instance.Id;

    public override string RegionEndpointServiceName => RDSService.Instance.SigningName;

    public override string ServiceVersion => RDSService.Instance.ApiVersion;

    public override string UserAgent => UserAgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(ServiceEndpointResolver.Parameters(this, parameters?.AlternateEndpoint));
}
