using Amazon.Runtime.Internal;

namespace Compat.AwsJson;

/// <summary>Fits AWSSDK.Core's request pipeline to these services.</summary>
internal static class Pipeline
{
    internal static void Fit(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new ServiceEndpointResolver());
        pipeline.AddHandlerAfter<ServiceEndpointResolver>(new SigV4Only());
    }
}
