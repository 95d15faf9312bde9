namespace RotationLambdas.Sandbox.Quotas;

/// <summary>
/// How often operations may be called, all of them together and by all callers together, as the account's quotas in a Region are.
/// </summary>
public sealed record ApiQuota(string Name, string Service, IReadOnlyList<string> Operations, double Burst, double PerSecond);
