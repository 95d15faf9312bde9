namespace RotationLambdas.EcsRedeployment.Discovery;

/// <summary>Remembers revisions of task definitions while the process lives: a revision only changes when it is deregistered, so each is
/// described once.</summary>
internal sealed class TaskDefinitionCache(EcsCalls ecs)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<TaskDefinitionFacts>>> _revisions = new(StringComparer.Ordinal);

    /// <summary>References that Amazon ECS cannot resolve, once for each revision; the log takes them from here.</summary>
    public ConcurrentQueue<(string TaskDefinition, string Problem)> Malformed { get; } = new();

    /// <summary>What is known of a revision. Callers that ask for the same one at the same time share one call; a failed one is not
    /// remembered.</summary>
    public async Task<TaskDefinitionFacts> GetAsync(string taskDefinition, CancellationToken cancellationToken)
    {
        var entry = _revisions.GetOrAdd(
            taskDefinition, arn => new Lazy<Task<TaskDefinitionFacts>>(() => ReadAsync(arn, cancellationToken)));
        try
        {
            return await entry.Value;
        }
        catch
        {
            _revisions.TryRemove(KeyValuePair.Create(taskDefinition, entry));
            throw;
        }
    }

    /// <summary>Forgets a revision that was deregistered since.</summary>
    public void Forget(string taskDefinition) => _revisions.TryRemove(taskDefinition, out _);

    private async Task<TaskDefinitionFacts> ReadAsync(string taskDefinition, CancellationToken cancellationToken)
    {
        var answer = await ecs.DescribeTaskDefinitionAsync(taskDefinition, cancellationToken);
        var home = Arn.TryParse(taskDefinition, out var arn) ? arn.Location : new Location("aws", "", "");
        var facts = TaskDefinitionReader.Read(answer.TaskDefinition, home);
        foreach (var problem in facts.Problems)
        {
            Malformed.Enqueue((taskDefinition, problem));
        }

        return facts;
    }
}
