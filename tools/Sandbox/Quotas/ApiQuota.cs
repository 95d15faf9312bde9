namespace RotationLambdas.Sandbox.Quotas;

/// <summary>How often operations may be called, all of them together and by all callers together, as the account's quotas in a Region are.</summary>
/// <param name="Name">What the group is called in reports.</param>
/// <param name="Service">The target prefix, such as <c>secretsmanager</c>.</param>
/// <param name="Operations">The operations that share the quota.</param>
/// <param name="Burst">How many calls at once after a pause; 1 or more.</param>
/// <param name="PerSecond">How many calls a second over time; more than 0.</param>
public sealed record ApiQuota(string Name, string Service, IReadOnlyList<string> Operations, double Burst, double PerSecond);
