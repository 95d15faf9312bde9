namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>A task that runs or is about to.</summary>
/// <param name="CreatedAt">When it was created. Its secrets are read after that, so it can be judged by it safely.</param>
/// <param name="StartedBy">The id of the deployment or task set that started it.</param>
internal sealed record TaskSnapshot(string Arn, DateTimeOffset CreatedAt, string? StartedBy, string TaskDefinition)
{
    /// <summary>Whether it has come so far as to run.</summary>
    public bool IsRunning { get; init; }
}
