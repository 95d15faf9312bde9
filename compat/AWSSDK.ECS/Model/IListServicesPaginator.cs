namespace Amazon.ECS.Model;

/// <summary>Walks all pages of <c>ListServices</c>, once.</summary>
public interface IListServicesPaginator
{
    IPaginatedEnumerable<ListServicesResponse> Responses { get; }

    IPaginatedEnumerable<string> ServiceArns { get; }
}
