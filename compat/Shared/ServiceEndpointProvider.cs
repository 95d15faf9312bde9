using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Compat.AwsJson;

/// <summary>Where a regional service answers: a configured endpoint, or the host name that AWS's endpoint rules give.</summary>
internal sealed class ServiceEndpointProvider(string hostName) : IEndpointProvider
{
    internal const string Endpoint = "Endpoint";
    internal const string Region = "Region";
    internal const string UseDualStack = "UseDualStack";
    internal const string UseFips = "UseFIPS";

    /// <exception cref="AmazonClientException">Neither an endpoint nor a region is configured, or AWS has no such endpoint.</exception>
    public Amazon.Runtime.Endpoints.Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var fips = parameters[UseFips] is true;
        var dualStack = parameters[UseDualStack] is true;
        if (parameters[Endpoint] is string { Length: > 0 } configured)
        {
            return fips || dualStack
                ? throw new AmazonClientException("Invalid Configuration: FIPS and Dualstack do not go with a custom endpoint")
                : new(configured);
        }

        if (parameters[Region] is not string { Length: > 0 } region)
        {
            throw new AmazonClientException("Invalid Configuration: Missing Region");
        }

        var partition = Fn.Partition(region);
        if ((fips && !partition.supportsFIPS) || (dualStack && !partition.supportsDualStack))
        {
            throw new AmazonClientException("FIPS or DualStack is enabled but this partition does not support it");
        }

        var host = fips ? hostName + "-fips" : hostName;
        return new($"https://{host}.{region}.{(dualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix)}");
    }
}
