using Amazon.CodeDeploy.Model;
using Amazon.Runtime.Internal;

namespace Amazon.CodeDeploy;

public class AmazonCodeDeployClient : AmazonServiceClient, IAmazonCodeDeploy
{
    public AmazonCodeDeployClient(AmazonCodeDeployConfig config)
        : base(config)
    {
    }

    public AmazonCodeDeployClient(AWSCredentials credentials, AmazonCodeDeployConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata => CodeDeployService.Instance;

    public virtual Task<CreateDeploymentResponse> CreateDeploymentAsync(
        CreateDeploymentRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("CreateDeployment", request, CreateDeploymentResponse.Read, cancellationToken);

    public virtual Task<GetApplicationRevisionResponse> GetApplicationRevisionAsync(
        GetApplicationRevisionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("GetApplicationRevision", request, GetApplicationRevisionResponse.Read, cancellationToken);

    public virtual Task<GetDeploymentResponse> GetDeploymentAsync(
        GetDeploymentRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("GetDeployment", request, GetDeploymentResponse.Read, cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => Pipeline.Fit(pipeline);

    private Task<TResponse> CallAsync<TResponse>(
        string operation, AmazonCodeDeployRequest request, Func<JsonElement, TResponse> read, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(request, Operation.Options(CodeDeployService.Instance, operation, request.Write, read), cancellationToken);
}
