namespace Amazon.ECS.Model;

/// <summary>Walks all pages of <c>ListTasks</c>, once.</summary>
public interface IListTasksPaginator
{
    IPaginatedEnumerable<ListTasksResponse> Responses { get; }

    IPaginatedEnumerable<string> TaskArns { get; }
}
