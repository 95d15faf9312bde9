namespace RotationLambdas.Sandbox.Ecs.Model;

internal sealed record ServiceEvent(string Id, DateTimeOffset CreatedAt, string Message);
