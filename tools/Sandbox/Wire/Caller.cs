namespace RotationLambdas.Sandbox.Wire;

/// <summary>Who made a call, known by the access key id that it was signed with.</summary>
/// <param name="AccessKeyId">The access key id of the Authorization header.</param>
/// <param name="FunctionName">The function whose process it is; <see langword="null"/> for everybody else, who is the administrator.</param>
/// <param name="Arn">The principal as error texts and CloudTrail name it: the function's assumed role, or the account's root.</param>
public sealed record Caller(string AccessKeyId, string? FunctionName, string Arn)
{
    /// <summary>The function's name, or <c>administrator</c>.</summary>
    public string Name => FunctionName ?? "administrator";
}
