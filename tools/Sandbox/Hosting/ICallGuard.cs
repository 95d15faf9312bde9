namespace RotationLambdas.Sandbox.Hosting;

/// <summary>Decides, before a service sees it, whether a call is allowed. Added by <see cref="SandboxHost.AddGuard"/>.</summary>
public interface ICallGuard
{
    void Authorize(AwsCall call);
}
