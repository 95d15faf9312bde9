using Amazon;
using Amazon.Runtime.Endpoints;
using Amazon.Util;

namespace Compat.AwsJson;

/// <summary>Hands a client's configuration to its <see cref="ServiceEndpointProvider"/>, once for every request.</summary>
internal sealed class ServiceEndpointResolver : BaseEndpointResolver
{
    internal static EndpointParameters Parameters(IClientConfig config, RegionEndpoint alternate)
    {
        var url = config.ServiceURL;
        var region = (alternate ?? config.RegionEndpoint)?.SystemName
            ?? (string.IsNullOrEmpty(url) ? null : AWSSDKUtils.DetermineRegion(url));
        return new EndpointParameters
        {
            [ServiceEndpointProvider.Endpoint] = url,
            [ServiceEndpointProvider.Region] = region,
            [ServiceEndpointProvider.UseDualStack] = config.UseDualstackEndpoint,
            [ServiceEndpointProvider.UseFips] = config.UseFIPSEndpoint,
        };
    }

    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters) =>
        InjectHostPrefix(executionContext.RequestContext);

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        Parameters(requestContext.ClientConfig, requestContext.Request.AlternateEndpoint);
}
