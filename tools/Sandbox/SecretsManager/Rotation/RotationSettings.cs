namespace RotationLambdas.Sandbox.SecretsManager.Rotation;

internal sealed class RotationSettings
{
    public required string FunctionArn { get; set; }

    public bool Enabled { get; set; }

    public JsonObject Rules { get; set; } = [];

    public DateTimeOffset? LastRotatedAt { get; set; }
}
