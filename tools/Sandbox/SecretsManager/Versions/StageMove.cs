namespace RotationLambdas.Sandbox.SecretsManager.Versions;

/// <summary>A label arrived at a version.</summary>
internal readonly record struct StageMove(string Stage, string VersionId);
