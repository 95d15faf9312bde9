namespace Compat.AwsJson;

internal static class Pipeline
{
    internal static void Fit(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new ServiceEndpointResolver());
        pipeline.AddHandlerAfter<ServiceEndpointResolver>(new SigV4Only());
    }
}
