namespace RotationLambdas.Sandbox.SecretsManager.Versions;

internal readonly record struct StageMove(string Stage, string VersionId);
