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
        CallAsync<CreateDeploymentResponse>(request, cancellationToken);

    public virtual Task<GetApplicationRevisionResponse> GetApplicationRevisionAsync(
        GetApplicationRevisionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetApplicationRevisionResponse>(request, cancellationToken);

    public virtual Task<GetDeploymentResponse> GetDeploymentAsync(
        GetDeploymentRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetDeploymentResponse>(request, cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => Pipeline.Fit(pipeline);

    private Task<TResponse> CallAsync<TResponse>(
        AmazonCodeDeployRequest request, CancellationToken cancellationToken, [CallerMemberName] string method = "")
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(request, CodeDeployService.Instance.Call<TResponse>(method), cancellationToken);
}
