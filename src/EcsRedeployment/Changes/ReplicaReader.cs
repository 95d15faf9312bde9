namespace RotationLambdas.EcsRedeployment.Changes;

/// <summary>Reads the changes of secrets of other Regions. Services may read such a secret by its own ARN, and it may have a replica here,
/// which gets its value a little later than the event comes, so that its own last modification counts.</summary>
internal sealed class ReplicaReader(SecretCalls secrets, string region, TimeProvider clock)
{
    private const int Attempts = 12;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(5);

    /// <summary>Adds the change of the secret itself, and that of its replica in this Region as soon as it has the versions of the
    /// events.</summary>
    public async Task ReadAsync(
        Arn arn, IReadOnlyList<SecretChange> events, IReadOnlyList<Delivery> deliveries, ChangeReading reading,
        CancellationToken cancellationToken)
    {
        reading.Changes.Add(new ChangeOrigin(ChangeMaker.OfEvents(arn, events), null, deliveries));
        var id = arn.InRegion(region).ToString();
        var replica = await secrets.DescribeAsync(id, cancellationToken);
        for (var attempt = 1; replica is not null && !HasVersions(replica, events); attempt++)
        {
            if (attempt == Attempts)
            {
                reading.Problems.Add((deliveries, $"The replica {replica.Arn} does not have the new version yet."));
                return;
            }

            await Task.Delay(BetweenAttempts, clock, cancellationToken);
            replica = await secrets.DescribeAsync(id, cancellationToken);
        }

        if (replica is not null)
        {
            reading.Changes.Add(
                new ChangeOrigin(
                    ChangeMaker.Of(replica, events, null, takeLastModified: true, clock.GetUtcNow()), replica, deliveries));
        }
    }

    private static bool HasVersions(SecretFacts replica, IReadOnlyList<SecretChange> events) =>
        events.All(change => change.VersionId is null || replica.Versions.Contains(change.VersionId));
}
