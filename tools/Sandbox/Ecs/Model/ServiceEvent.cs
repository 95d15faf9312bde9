namespace RotationLambdas.Sandbox.Ecs.Model;

/// <summary>A line of a service's own event log.</summary>
/// <param name="Id">A UUID.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="Message">What, such as "(service x) has reached a steady state.".</param>
internal sealed record ServiceEvent(string Id, DateTimeOffset CreatedAt, string Message);
