using RotationLambdas.EcsRedeployment.Rollout;
using RotationLambdas.EcsRedeployment.Triggers;

namespace RotationLambdas.EcsRedeployment.Outcomes;

/// <summary>What came of an invocation, or a part of one.</summary>
internal sealed class ReconciliationResult
{
    /// <summary>How many services were looked at.</summary>
    public int ServicesSeen { get; set; }

    /// <summary>How many of the secrets that were looked at have not been rotated for one and a half times their period; null without a sweep.</summary>
    public int? OverdueForRotation { get; set; }

    /// <summary>What was decided about each service, and what came of it.</summary>
    public List<RolloutResult> Results { get; } = [];

    /// <summary>What is to be told, secret by secret.</summary>
    public List<SecretReport> Reports { get; } = [];

    /// <summary>Seconds from a change to the moment at which all its services were found fresh.</summary>
    public List<double> SecondsToFresh { get; } = [];

    /// <summary>Messages that must come again.</summary>
    public HashSet<Delivery> Again { get; } = [];

    /// <summary>What went wrong, each a sentence.</summary>
    public List<string> Problems { get; } = [];
}
