using Amazon.ECS.Model;
using Amazon.Runtime.Internal;

namespace Amazon.ECS;

public class AmazonECSClient : AmazonServiceClient, IAmazonECS
{
    public AmazonECSClient(AmazonECSConfig config)
        : base(config)
    {
    }

    public AmazonECSClient(AWSCredentials credentials, AmazonECSConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata => ECSService.Instance;

    public virtual Task<ListClustersResponse> ListClustersAsync(
        ListClustersRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListClustersResponse>(request, cancellationToken);

    public virtual Task<ListServicesResponse> ListServicesAsync(
        ListServicesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListServicesResponse>(request, cancellationToken);

    public virtual Task<DescribeServicesResponse> DescribeServicesAsync(
        DescribeServicesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DescribeServicesResponse>(request, cancellationToken);

    public virtual Task<DescribeTaskDefinitionResponse> DescribeTaskDefinitionAsync(
        DescribeTaskDefinitionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DescribeTaskDefinitionResponse>(request, cancellationToken);

    public virtual Task<UpdateServiceResponse> UpdateServiceAsync(
        UpdateServiceRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdateServiceResponse>(request, cancellationToken);

    public virtual Task<ListTasksResponse> ListTasksAsync(ListTasksRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListTasksResponse>(request, cancellationToken);

    public virtual Task<DescribeTasksResponse> DescribeTasksAsync(
        DescribeTasksRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DescribeTasksResponse>(request, cancellationToken);

    public virtual Task<StopTaskResponse> StopTaskAsync(StopTaskRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<StopTaskResponse>(request, cancellationToken);

    public virtual Task<ListServiceDeploymentsResponse> ListServiceDeploymentsAsync(
        ListServiceDeploymentsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListServiceDeploymentsResponse>(request, cancellationToken);

    public virtual Task<DescribeServiceDeploymentsResponse> DescribeServiceDeploymentsAsync(
        DescribeServiceDeploymentsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DescribeServiceDeploymentsResponse>(request, cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => Pipeline.Fit(pipeline);

    private Task<TResponse> CallAsync<TResponse>(
        AmazonECSRequest request, CancellationToken cancellationToken, [CallerMemberName] string method = "")
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(request, ECSService.Instance.Call<TResponse>(method), cancellationToken);
}
