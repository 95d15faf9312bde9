namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>An event whose shape the function does not know. It is failed, so that the queue keeps it in its dead-letter queue; others
/// proceed.</summary>
/// <param name="Problem">One sentence about what is wrong with it.</param>
internal sealed record NotUnderstood(string Problem) : Trigger;
