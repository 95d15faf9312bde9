namespace Amazon.ECS;

public partial class AmazonECSClient
{
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
}
