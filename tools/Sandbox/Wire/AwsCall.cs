namespace RotationLambdas.Sandbox.Wire;

public sealed record AwsCall(string Service, string Operation, JsonObject Input, Caller Caller, CancellationToken CancellationToken);

/// <summary>Who made a call, known by the access key id that it was signed with.</summary>
public sealed record Caller(string AccessKeyId, string? FunctionName, string Arn)
{
    public string Name => FunctionName ?? "administrator";
}

/// <summary>An error answer of an AWS service: its code (<c>__type</c>), its text and its HTTP status.</summary>
public sealed class AwsServiceException(string code, string message, int status = 400) : Exception(message)
{
    public string Code { get; } = code;

    public int Status { get; } = status;
}
