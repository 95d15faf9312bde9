namespace Amazon.ECS.Model;

/// <summary>Makes paginators that call by <paramref name="client"/>.</summary>
internal sealed class ECSPaginatorFactory(IAmazonECS client) : IECSPaginatorFactory
{
    public IListClustersPaginator ListClusters(ListClustersRequest request) => new ListClustersPaginator(client, request);

    public IListServicesPaginator ListServices(ListServicesRequest request) => new ListServicesPaginator(client, request);

    public IListTasksPaginator ListTasks(ListTasksRequest request) => new ListTasksPaginator(client, request);
}
