using Amazon.Runtime.Endpoints;

namespace Amazon.CodeDeploy;

public class AmazonCodeDeployConfig : ClientConfig
{
    public AmazonCodeDeployConfig()
        : base(DefaultModes.Provider) => CodeDeployService.Instance.Configure(this);

    public override string RegionEndpointServiceName => CodeDeployService.Instance.SigningName;

    public override string ServiceVersion => CodeDeployService.Instance.ApiVersion;

    public override string UserAgent => CodeDeployService.Instance.UserAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(ServiceEndpointResolver.Parameters(this, parameters?.AlternateEndpoint));
}
