namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>An event that is understood and asks for nothing.</summary>
/// <param name="Why">One sentence for the log.</param>
internal sealed record Ignored(string Why) : Trigger;
