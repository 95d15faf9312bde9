using NSubstitute;
using RotationLambdas.PostgresRotation.Events;
using RotationLambdas.PostgresRotation.Secrets;
using RotationLambdas.PostgresRotation.Steps;
using RotationLambdas.PostgresRotation.Tests.Timing;
using RotationLambdas.PostgresRotation.Timing;

namespace RotationLambdas.PostgresRotation.Tests.Steps;

public sealed class ProvenVersionsTests
{
    private readonly ManualClock _clock = new();
    private readonly ProvenVersions _proven;

    public ProvenVersionsTests() => _proven = new ProvenVersions(_clock);

    [Fact]
    public void What_was_remembered_holds_for_that_version_of_that_secret_alone()
    {
        _proven.Remember(Rotation("a", "1"));

        _proven.Holds(Rotation("a", "1")).ShouldBeTrue();
        _proven.Holds(Rotation("a", "2")).ShouldBeFalse();
        _proven.Holds(Rotation("b", "1")).ShouldBeFalse();
    }

    [Fact]
    public void It_holds_for_a_minute_and_no_longer()
    {
        _proven.Remember(Rotation("a", "1"));

        _clock.Advance(ProvenVersions.Lifetime);
        _proven.Holds(Rotation("a", "1")).ShouldBeTrue();
        _clock.Advance(TimeSpan.FromTicks(1));
        _proven.Holds(Rotation("a", "1")).ShouldBeFalse();
    }

    [Fact]
    public void What_was_forgotten_does_not_hold()
    {
        _proven.Remember(Rotation("a", "1"));
        _proven.Forget(Rotation("a", "1"));

        _proven.Holds(Rotation("a", "1")).ShouldBeFalse();
    }

    [Fact]
    public void Remembering_one_keeps_the_others_for_their_minute()
    {
        _proven.Remember(Rotation("a", "1"));
        _clock.Advance(ProvenVersions.Lifetime);
        _proven.Remember(Rotation("b", "1"));

        _proven.Holds(Rotation("a", "1")).ShouldBeTrue();
    }

    [Fact]
    public void What_is_older_than_a_minute_is_thrown_away_when_another_is_remembered()
    {
        var past = ProvenVersions.Lifetime + TimeSpan.FromTicks(1);
        _proven.Remember(Rotation("a", "1"));
        _clock.Advance(past);
        _proven.Remember(Rotation("b", "1"));

        // Only under a clock that goes back does it differ from one that is kept and merely too old.
        _clock.Advance(-past);
        _proven.Holds(Rotation("a", "1")).ShouldBeFalse();
    }

    private Rotation Rotation(string secretId, string versionId)
    {
        TimeBudget budget = new(TimeSpan.FromSeconds(30), _clock);
        SecretsClient client = new(Substitute.For<Amazon.SecretsManager.IAmazonSecretsManager>(), secretId, new SecretsRetry(budget));
        return new Rotation(new RotationEvent(RotationStep.TestSecret, secretId, versionId), client, budget, new RotationLog(new Amazon.Lambda.TestUtilities.TestLambdaLogger()));
    }
}
