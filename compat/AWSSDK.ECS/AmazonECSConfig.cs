using Amazon.Runtime.Endpoints;

namespace Amazon.ECS;

public class AmazonECSConfig : ClientConfig
{
    public AmazonECSConfig()
        : base(DefaultModes.Provider) => ECSService.Instance.Configure(this);

    public override string RegionEndpointServiceName => ECSService.Instance.SigningName;

    public override string ServiceVersion => ECSService.Instance.ApiVersion;

    public override string UserAgent => ECSService.Instance.UserAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(ServiceEndpointResolver.Parameters(this, parameters?.AlternateEndpoint));
}
