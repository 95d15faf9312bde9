using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.SecretsManager;

public class AmazonSecretsManagerConfig : ClientConfig
{
    private static readonly string UserAgentString = InternalSDKUtils.BuildUserAgentString("Secrets Manager", "4.0");

    public AmazonSecretsManagerConfig()
        : base(DefaultModes.Provider)
    {
        base.ServiceId = SecretsManagerService.Instance.Id;
        AuthenticationServiceName = SecretsManagerService.Instance.SigningName;
        EndpointProvider = new ServiceEndpointProvider(SecretsManagerService.Instance.SigningName);
    }

    public static new string ServiceId => SecretsManagerService.Instance.Id;

    public override string RegionEndpointServiceName => SecretsManagerService.Instance.SigningName;

    public override string ServiceVersion => SecretsManagerService.Instance.ApiVersion;

    public override string UserAgent => UserAgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(ServiceEndpointResolver.Parameters(this, parameters?.AlternateEndpoint));
}
