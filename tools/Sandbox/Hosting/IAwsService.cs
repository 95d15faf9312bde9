namespace RotationLambdas.Sandbox.Hosting;

/// <summary>One AWS service that speaks AWS JSON: <c>POST /</c> with the header <c>X-Amz-Target: prefix.Operation</c>. It is added to a
/// running sandbox by <see cref="SandboxHost.AddService"/>.</summary>
public interface IAwsService
{
    string TargetPrefix { get; }

    Task<JsonNode> CallAsync(AwsCall call);
}
