using Amazon.Runtime.Endpoints;

namespace Amazon.SecretsManager;

public class AmazonSecretsManagerConfig : ClientConfig
{
    public AmazonSecretsManagerConfig()
        : base(DefaultModes.Provider) => SecretsManagerService.Instance.Configure(this);

    public override string RegionEndpointServiceName => SecretsManagerService.Instance.SigningName;

    public override string ServiceVersion => SecretsManagerService.Instance.ApiVersion;

    public override string UserAgent => SecretsManagerService.Instance.UserAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(ServiceEndpointResolver.Parameters(this, parameters?.AlternateEndpoint));
}
