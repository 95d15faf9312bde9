namespace RotationLambdas.EcsRedeployment.Discovery;

/// <summary>What is remembered of a task definition's revision.</summary>
/// <param name="References">Everything it refers to.</param>
/// <param name="MovingImages">Images whose tag can move to another image.</param>
/// <param name="Problems">References that Amazon ECS cannot resolve, each a sentence.</param>
internal sealed record TaskDefinitionFacts(
    IReadOnlyList<SecretReference> References, IReadOnlyList<string> MovingImages, IReadOnlyList<string> Problems)
{
    /// <summary>Whether the revision is deregistered (status INACTIVE).</summary>
    public bool IsDeregistered { get; init; }
}
