namespace Amazon.ECS.Model;

/// <summary>Walks all pages of <c>ListClusters</c>, once.</summary>
public interface IListClustersPaginator
{
    IPaginatedEnumerable<ListClustersResponse> Responses { get; }

    IPaginatedEnumerable<string> ClusterArns { get; }
}
