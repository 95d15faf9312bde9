namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>Finds the changes that concern a service without comparing every reference with every secret: a sweep has thousands of
/// both.</summary>
internal sealed class ChangeLookup(IEnumerable<Change> changes)
{
    private readonly ILookup<SourceKey, Change> _byKey = changes
        .SelectMany(change => change.Keys, (change, key) => (key, change))
        .ToLookup(pair => pair.key, pair => pair.change);

    /// <summary>The changes of everything that the service refers to.</summary>
    public IReadOnlyCollection<Change> For(ServiceSnapshot service) =>
        [.. service.References.SelectMany(reference => _byKey[reference.Source]).Distinct()];
}
