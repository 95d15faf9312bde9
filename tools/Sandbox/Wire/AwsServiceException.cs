namespace RotationLambdas.Sandbox.Wire;

/// <summary>An error answer of an AWS service: its code (<c>__type</c>), its text and its HTTP status.</summary>
public sealed class AwsServiceException(string code, string message, int status = 400) : Exception(message)
{
    /// <summary>The error code, as in the service's API reference, such as <c>ResourceNotFoundException</c>.</summary>
    public string Code { get; } = code;

    /// <summary>The HTTP status; 400 for what the caller did wrong, 500 for what the service did.</summary>
    public int Status { get; } = status;
}
