namespace RotationLambdas.EcsRedeployment.Changes;

/// <summary>Reads the names of changed secrets and parameters, and when they changed.</summary>
/// <param name="options">Which secrets are in the function's scope.</param>
internal sealed class ChangeReader(SecretCalls secrets, RedeploymentOptions options, string region, TimeProvider clock)
{
    private static readonly TimeSpan RotationSettles = TimeSpan.FromSeconds(8);
    private readonly ReplicaReader _replicas = new(secrets, region, clock);

    /// <summary>Reads the changes that a batch of messages is about, several of one secret together.</summary>
    public async Task<ChangeReading> ReadAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken)
    {
        var single = deliveries.SelectMany(InSingleChanges).ToList();
        var secretGroups = single.Where(d => d.Trigger is SecretChange or ManualRequest).GroupBy(d => SecretIdOf(d.Trigger))
            .Select(group => (Id: group.Key, Deliveries: group.ToList(), Reading: new ChangeReading())).ToList();
        // Replicas that lag are waited for together, after the others were read.
        var (replicas, others) = (secretGroups.Where(group => IsElsewhere(group.Id)), secretGroups.Where(group => !IsElsewhere(group.Id)));
        foreach (var group in others)
        {
            await ReadSecretAsync(group.Id, group.Deliveries, group.Reading, cancellationToken);
        }

        await Task.WhenAll(replicas.Select(group => ReadSecretAsync(group.Id, group.Deliveries, group.Reading, cancellationToken)));
        var reading = new ChangeReading();
        secretGroups.ForEach(group => reading.Add(group.Reading));
        foreach (var group in single.Where(d => d.Trigger is ParameterChange).GroupBy(d => ((ParameterChange)d.Trigger).Parameter))
        {
            if (IsInScope(group.Key.Resource["parameter/".Length..], reading))
            {
                reading.Changes.Add(ChangeMaker.OfParameter(group.Key, [.. group]));
            }
        }

        reading.Merge();
        return reading;
    }

    /// <summary>Reads one secret that services refer to, without an event. Null when it may not or cannot be read from here.</summary>
    /// <param name="source">What the services refer to.</param>
    /// <param name="onProblem">Receives why a secret could not be read.</param>
    /// <param name="onForbidden">Receives a secret that the role may not describe: it is outside the function's scope.</param>
    public async Task<ChangeOrigin?> ReadReferencedAsync(
        SourceKey source, Action<string> onProblem, Action<string> onForbidden, CancellationToken cancellationToken)
    {
        if (source.Kind is SourceKind.Parameter || source.Location.Region != region)
        {
            return null; // Parameter Store and other Regions are followed by their events alone.
        }

        var arn = new Arn(source.Location, "secretsmanager", $"secret:{source.Id}").ToString();
        // Secrets Manager takes an ARN that ends in a hyphen and six characters for complete. A name that ends so must be asked for as a
        // name.
        var isName = source.Kind is SourceKind.SecretByName && SourceKey.LooksComplete(source.Id);
        var id = isName ? source.Id : arn;
        try
        {
            var facts = await secrets.DescribeAsync(id, cancellationToken);
            if (facts is not null && isName && (!Arn.TryParse(facts.Arn, out var found) || found.Location != source.Location))
            {
                onForbidden(arn); // Another account's secret: by its name it cannot be asked for from here.
                return null;
            }

            if (facts is not null && !options.Secrets.Includes(facts.Name))
            {
                return null;
            }

            return facts is null
                ? new ChangeOrigin(ChangeMaker.Deleted(arn, [source]), null, [])
                : new ChangeOrigin(ChangeMaker.Of(facts, [], null, takeLastModified: false, clock.GetUtcNow()), facts, []);
        }
        catch (PermissionMissingException)
        {
            onForbidden(id);
            return null;
        }
        catch (Exception exception) when (exception is AmazonServiceException || AwsErrors.Classify(exception) is AwsErrorKind.Transient)
        {
            onProblem($"{id} could not be read: {exception.Message}");
            return null;
        }
    }

    /// <summary>The same change, dated by when the secret's versions were created as well.</summary>
    public async Task<ChangeOrigin> DateByVersionsAsync(ChangeOrigin origin, CancellationToken cancellationToken)
    {
        var dates = await secrets.VersionDatesAsync(origin.Facts!.Arn, cancellationToken);
        return origin with
        {
            Change = ChangeMaker.Of(origin.Facts, EventsOf(origin.Deliveries), dates, options.RestartUnverified, clock.GetUtcNow()),
            IsDated = true,
        };
    }

    /// <summary>Secrets and parameters outside the operator's prefixes are somebody else's.</summary>
    private bool IsInScope(string name, ChangeReading reading)
    {
        if (options.Secrets.Includes(name))
        {
            return true;
        }

        reading.Notes.Add($"{name} begins with none of SECRET_NAME_PREFIXES: nothing is done about its change.");
        return false;
    }

    /// <summary>A message to oneself may be about several changes.</summary>
    private static IEnumerable<Delivery> InSingleChanges(Delivery delivery) => delivery.Trigger is not Resume resume ? [delivery]
        : resume.Changes.Select(change => delivery with { Trigger = change.ToTrigger()! });

    private bool IsElsewhere(string secretId) => Arn.TryParse(secretId, out var arn) && arn.Location.Region != region;

    private async Task ReadSecretAsync(
        string secretId, IReadOnlyList<Delivery> deliveries, ChangeReading reading, CancellationToken cancellationToken)
    {
        try
        {
            if (Arn.TryParse(secretId, out var arn) && arn.Location.Region != region)
            {
                if (IsInScope(SourceKey.NameOf(arn.Resource["secret:".Length..]), reading))
                {
                    await _replicas.ReadAsync(arn, EventsOf(deliveries), deliveries, reading, cancellationToken);
                }

                return;
            }

            await ReadOfThisRegionAsync(secretId, arn, deliveries, reading, cancellationToken);
        }
        catch (Exception exception) when (
            exception is FunctionException or AmazonServiceException || AwsErrors.Classify(exception) is AwsErrorKind.Transient)
        {
            reading.Problems.Add((AwsErrors.IsWorthRetrying(exception) ? deliveries : [], exception.Message));
        }
    }

    private async Task ReadOfThisRegionAsync(
        string secretId, Arn? arn, IReadOnlyList<Delivery> deliveries, ChangeReading reading, CancellationToken cancellationToken)
    {
        var events = EventsOf(deliveries);
        SecretFacts? facts;
        try
        {
            facts = await secrets.DescribeAsync(secretId, cancellationToken);
        }
        catch (PermissionMissingException exception) when (events.Count > 0)
        {
            // Recorded calls are those of this account, and may name the secret by its name.
            if (arn is null || deliveries.Any(delivery => delivery.Account == arn.Location.Account))
            {
                reading.Notes.Add($"{exception.Message} Until then the secret is outside the function's scope.");
                return;
            }

            if (events.All(change => change.MovedBy is null))
            {
                throw;
            }

            // A secret of another account. Its event has the label and the time, which is enough.
            if (!IsInScope(SourceKey.NameOf(arn.Resource["secret:".Length..]), reading))
            {
                return;
            }

            reading.Notes.Add($"{exception.Message} The time of its event is used.");
            reading.Changes.Add(new ChangeOrigin(ChangeMaker.OfEvents(arn, events), null, deliveries));
            return;
        }

        if (facts is null)
        {
            if (arn is null)
            {
                reading.Problems.Add(
                    ([], $"There is no secret named '{secretId}'. Give its ARN, or check whether it was deleted."));
                return;
            }

            reading.Changes.Add(new ChangeOrigin(ChangeMaker.Deleted(secretId, ChangeMaker.KeysOf(arn)), null, deliveries));
            return;
        }

        if (!IsInScope(facts.Name, reading))
        {
            return;
        }

        facts = await SettledAsync(facts, events, cancellationToken);
        var byHand = deliveries.Any(delivery => delivery.Trigger is ManualRequest);
        var isHint = events.Any(change => change.MovedBy is null);
        var dates = isHint && !byHand ? await secrets.VersionDatesAsync(facts.Arn, cancellationToken) : null;
        reading.Changes.Add(
            new ChangeOrigin(ChangeMaker.Of(facts, events, dates, takeLastModified: byHand, clock.GetUtcNow()), facts, deliveries));
    }

    /// <summary>Secrets Manager sets LastRotatedDate some seconds after a rotation has moved the label. Tasks that are created in between
    /// would seem stale when the rotation's second event comes, so the function waits until the date is set or the time is over.</summary>
    private async Task<SecretFacts> SettledAsync(SecretFacts facts, IReadOnlyList<SecretChange> events, CancellationToken cancellationToken)
    {
        var moved = events.Where(change => change.Label is SecretChange.Current).Max(change => change.MovedBy);
        if (!facts.IsRotated || moved is not { } at || facts.LastRotated >= at || clock.GetUtcNow() >= at + RotationSettles)
        {
            return facts;
        }

        var left = at + RotationSettles - clock.GetUtcNow();
        await Task.Delay(left < RotationSettles ? left : RotationSettles, clock, cancellationToken);
        return await secrets.DescribeAsync(facts.Arn, cancellationToken) ?? facts;
    }

    private static IReadOnlyList<SecretChange> EventsOf(IReadOnlyList<Delivery> deliveries) =>
        [.. deliveries.Select(delivery => delivery.Trigger).OfType<SecretChange>()];

    private static string SecretIdOf(Trigger trigger) =>
        trigger is SecretChange change ? change.SecretId : ((ManualRequest)trigger).SecretId;
}
