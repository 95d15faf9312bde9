namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>The idea behind the function: a service is fresh when every task it runs was created after the secret it refers to last
/// changed. Tasks decide. A deployment's age decides only while nothing happened to it since the change.</summary>
internal static class Freshness
{
    /// <summary>The freshness of a service with regard to a change; null when it has no reference to it.</summary>
    public static SecretFreshness? Of(ServiceSnapshot service, Change change)
    {
        var references = service.References.Where(change.IsReadBy).ToList();
        if (references.Count == 0 || (change.IsDeleted && !references.Exists(reference => reference.IsReadByEcs)))
        {
            return null; // What a container does without a deleted secret that it reads itself is its own decision.
        }

        var facts = new FreshnessFacts(service, change, references);
        var state = FreshnessTable.Rows.First(row => row.Holds(facts)).State;
        return new SecretFreshness(change, state, facts.ChangedAt, facts.StaleTasks, facts.NeedsTasks);
    }
}
