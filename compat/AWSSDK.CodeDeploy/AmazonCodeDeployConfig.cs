using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.CodeDeploy;

public class AmazonCodeDeployConfig : ClientConfig
{
    private static readonly string UserAgentString = InternalSDKUtils.BuildUserAgentString("CodeDeploy", "4.0");

    public AmazonCodeDeployConfig()
        : base(DefaultModes.Provider)
    {
        base.ServiceId = CodeDeployService.Instance.Id;
        AuthenticationServiceName = CodeDeployService.Instance.SigningName;
        EndpointProvider = new ServiceEndpointProvider(CodeDeployService.Instance.SigningName);
    }

    public static new string ServiceId => CodeDeployService.Instance.Id;

    public override string RegionEndpointServiceName => CodeDeployService.Instance.SigningName;

    public override string ServiceVersion => CodeDeployService.Instance.ApiVersion;

    public override string UserAgent => UserAgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(ServiceEndpointResolver.Parameters(this, parameters?.AlternateEndpoint));
}
