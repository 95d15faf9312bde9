using Amazon.Runtime.Endpoints;

namespace Amazon.RDS;

public class AmazonRDSConfig : ClientConfig
{
    public AmazonRDSConfig()
        : base(DefaultModes.Provider) => RDSService.Instance.Configure(this);

    public override string RegionEndpointServiceName => RDSService.Instance.SigningName;

    public override string ServiceVersion => RDSService.Instance.ApiVersion;

    public override string UserAgent => RDSService.Instance.UserAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(ServiceEndpointResolver.Parameters(this, parameters?.AlternateEndpoint));
}
