using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Sandbox.Hosting;

/// <summary>Decides, before a service sees it, whether a call is allowed. Added by <see cref="SandboxHost.AddGuard"/>.</summary>
public interface ICallGuard
{
    /// <summary>Returns for a call that is allowed.</summary>
    /// <exception cref="AwsServiceException">The refusal, usually <c>AccessDeniedException</c>, worded as the service words it.</exception>
    void Authorize(AwsCall call);
}
