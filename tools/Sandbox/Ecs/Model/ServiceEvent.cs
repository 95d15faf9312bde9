namespace RotationLambdas.Sandbox.Ecs.Model;

/// <summary>A line of a service's own event log.</summary>
internal sealed record ServiceEvent(string Id, DateTimeOffset CreatedAt, string Message);
