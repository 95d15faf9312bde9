using System.Collections.Concurrent;
using RotationLambdas.Sandbox.Hosting;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Sandbox.Quotas;

/// <summary>
/// Throttles calls as the services do when an account exceeds a quota: ThrottlingException, and the call is not executed. Others pass.
/// </summary>
/// <remarks>Added by <see cref="SandboxHost.AddGuard"/>; without it a sandbox throttles nobody.</remarks>
public sealed class QuotaGuard : ICallGuard
{
    private readonly Dictionary<(string Service, string Operation), (ApiQuota Quota, TokenBucket Bucket)> _buckets = [];
    private readonly ConcurrentDictionary<string, int> _throttled = new(StringComparer.Ordinal);

    public QuotaGuard(IEnumerable<ApiQuota> quotas, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(quotas);
        foreach (var quota in quotas)
        {
            var bucket = new TokenBucket(quota.Burst, quota.PerSecond, clock);
            foreach (var operation in quota.Operations)
            {
                _buckets.Add((quota.Service, operation), (quota, bucket));
            }
        }
    }

    public IReadOnlyDictionary<string, int> Throttled => _throttled;

    public void Authorize(AwsCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (_buckets.TryGetValue((call.Service, call.Operation), out var entry) && !entry.Bucket.TryTake())
        {
            _throttled.AddOrUpdate(entry.Quota.Name, 1, (_, count) => count + 1);
            throw new AwsServiceException("ThrottlingException", "Rate exceeded");
        }
    }
}
