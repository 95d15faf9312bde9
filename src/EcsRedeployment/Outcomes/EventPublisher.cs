using Amazon.EventBridge;
using Amazon.EventBridge.Model;

namespace RotationLambdas.EcsRedeployment.Outcomes;

/// <summary>Sends events to the bus. An event that could not be sent is logged and changes nothing else: what was done is done.</summary>
internal sealed class EventPublisher(IAmazonEventBridge eventBridge, RedeploymentOptions options, TimeProvider clock)
{
    private const int EntriesPerCall = 10; // PutEvents, Entries: "Maximum number of 10 items".

    /// <summary>The entries of a call must together stay below 256 KB, or all are refused (EventBridge User Guide, "Calculating PutEvents
    /// event entry size"); what the bus adds to each counts, too.</summary>
    private const int BytesPerCall = 250_000;

    private const int Attempts = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <returns>Why some could not be sent, each a sentence.</returns>
    public async Task<IReadOnlyList<string>> SendAsync(IEnumerable<OutcomeEvent> events, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        if (options.EventBusName is not { } bus)
        {
            return problems;
        }

        foreach (var call in Calls(events))
        {
            try
            {
                problems.AddRange(await PutAsync([.. call.Select(one => EntryOf(one, bus))], cancellationToken));
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return [.. problems, $"Not all events could be sent to {bus} in time. The next sweep reports the services."];
            }
            catch (Exception exception) when (AwsErrors.Classify(exception) is AwsErrorKind.AccessDenied)
            {
                problems.Add($"The function's role is not allowed to call events:PutEvents on {bus}. Add events:PutEvents to its policy.");
            }
            catch (Exception exception) when (exception is AmazonServiceException or AmazonClientException
                || AwsErrors.Classify(exception) is AwsErrorKind.Transient)
            {
                problems.Add($"Events could not be sent to {bus}: {exception.Message}");
            }
        }

        return problems;
    }

    /// <summary>A call may succeed and refuse some of its entries: those that were throttled, or failed for the moment, are
    /// resent.</summary>
    private async Task<List<string>> PutAsync(List<PutEventsRequestEntry> entries, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        for (var attempt = 1; ; attempt++)
        {
            var answer = await eventBridge.PutEventsAsync(new PutEventsRequest { Entries = entries }, cancellationToken);
            var refused = new List<PutEventsRequestEntry>();
            for (var i = 0; i < answer.Entries?.Count; i++) // The answer has one entry for each of the request's, in its order.
            {
                var result = answer.Entries[i];
                if (attempt < Attempts && IsPassing(result))
                {
                    refused.Add(entries[i]);
                }
                else if (!string.IsNullOrEmpty(result.ErrorCode))
                {
                    problems.Add($"Amazon EventBridge refused an event: {result.ErrorCode} {result.ErrorMessage}");
                }
            }

            if (refused.Count == 0)
            {
                return problems;
            }

            entries = refused;
            await Task.Delay(Pause * attempt, clock, cancellationToken);
        }
    }

    private static bool IsPassing(PutEventsResultEntry entry) =>
        entry.ErrorCode is "ThrottlingException" or "InternalFailure" or "InternalException";

    private static IEnumerable<List<OutcomeEvent>> Calls(IEnumerable<OutcomeEvent> events)
    {
        var (call, bytes) = (new List<OutcomeEvent>(), 0);
        foreach (var one in events)
        {
            if (call.Count == EntriesPerCall || (call.Count > 0 && bytes + one.Bytes > BytesPerCall))
            {
                yield return call;
                (call, bytes) = ([], 0);
            }

            call.Add(one);
            bytes += one.Bytes;
        }

        if (call.Count > 0)
        {
            yield return call;
        }
    }

    private static PutEventsRequestEntry EntryOf(OutcomeEvent one, string bus) => new()
    {
        Source = OutcomeEvent.Source,
        DetailType = one.DetailType,
        Resources = [.. one.Resources],
        Detail = one.Detail,
        EventBusName = bus,
    };
}
