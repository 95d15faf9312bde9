namespace Amazon.ECS.Model;

/// <summary>Makes paginators for listings that come in pages.</summary>
public interface IECSPaginatorFactory
{
    IListClustersPaginator ListClusters(ListClustersRequest request);

    IListServicesPaginator ListServices(ListServicesRequest request);

    IListTasksPaginator ListTasks(ListTasksRequest request);
}
