namespace RotationLambdas.Sandbox.SecretsManager.Schedules;

/// <summary>
/// The time in which a scheduled rotation takes place; <paramref name="End"/> is what the API calls NextRotationDate ("on or before").
/// </summary>
internal readonly record struct RotationWindow(DateTimeOffset Start, DateTimeOffset End);
