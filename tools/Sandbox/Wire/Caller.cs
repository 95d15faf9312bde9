namespace RotationLambdas.Sandbox.Wire;

/// <summary>Who made a call, known by the access key id that it was signed with.</summary>
public sealed record Caller(string AccessKeyId, string? FunctionName, string Arn)
{
    public string Name => FunctionName ?? "administrator";
}
