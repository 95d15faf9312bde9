namespace RotationLambdas.Sandbox.Wire;

/// <summary>An error answer of an AWS service: its code (<c>__type</c>), its text and its HTTP status.</summary>
public sealed class AwsServiceException(string code, string message, int status = 400) : Exception(message)
{
    public string Code { get; } = code;

    public int Status { get; } = status;
}
