using Amazon.ECS.Model;

namespace Amazon.ECS;

public partial class AmazonECSClient
{
    public virtual Task<ListClustersResponse> ListClustersAsync(
        ListClustersRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("ListClusters", request, ListClustersResponse.Read, cancellationToken);

    public virtual Task<ListServicesResponse> ListServicesAsync(
        ListServicesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("ListServices", request, ListServicesResponse.Read, cancellationToken);

    public virtual Task<DescribeServicesResponse> DescribeServicesAsync(
        DescribeServicesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("DescribeServices", request, DescribeServicesResponse.Read, cancellationToken);

    public virtual Task<DescribeTaskDefinitionResponse> DescribeTaskDefinitionAsync(
        DescribeTaskDefinitionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("DescribeTaskDefinition", request, DescribeTaskDefinitionResponse.Read, cancellationToken);

    public virtual Task<UpdateServiceResponse> UpdateServiceAsync(
        UpdateServiceRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("UpdateService", request, UpdateServiceResponse.Read, cancellationToken);

    public virtual Task<ListTasksResponse> ListTasksAsync(ListTasksRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("ListTasks", request, ListTasksResponse.Read, cancellationToken);

    public virtual Task<DescribeTasksResponse> DescribeTasksAsync(
        DescribeTasksRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("DescribeTasks", request, DescribeTasksResponse.Read, cancellationToken);

    public virtual Task<StopTaskResponse> StopTaskAsync(StopTaskRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("StopTask", request, StopTaskResponse.Read, cancellationToken);

    public virtual Task<ListServiceDeploymentsResponse> ListServiceDeploymentsAsync(
        ListServiceDeploymentsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("ListServiceDeployments", request, ListServiceDeploymentsResponse.Read, cancellationToken);

    public virtual Task<DescribeServiceDeploymentsResponse> DescribeServiceDeploymentsAsync(
        DescribeServiceDeploymentsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("DescribeServiceDeployments", request, DescribeServiceDeploymentsResponse.Read, cancellationToken);

    private Task<TResponse> CallAsync<TResponse>(
        string operation, AmazonECSRequest request, Func<JsonElement, TResponse> read, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(request, Operation.Options(ECSService.Instance, operation, request.Write, read), cancellationToken);
}
