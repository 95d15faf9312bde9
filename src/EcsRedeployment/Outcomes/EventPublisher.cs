using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Runtime;
using RotationLambdas.EcsRedeployment.Calls;
using RotationLambdas.EcsRedeployment.Options;

namespace RotationLambdas.EcsRedeployment.Outcomes;

/// <summary>Sends events to the bus. That an event could not be sent is told and changes nothing else: what was done is done.</summary>
internal sealed class EventPublisher(IAmazonEventBridge eventBridge, RedeploymentOptions options)
{
    private const int EntriesPerCall = 10; // PutEvents, Entries: "Maximum number of 10 items".

    /// <summary>Sends the events.</summary>
    /// <returns>Why some could not be sent, each a sentence.</returns>
    public async Task<IReadOnlyList<string>> SendAsync(IEnumerable<OutcomeEvent> events, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        if (options.EventBusName is not { } bus)
        {
            return problems;
        }

        foreach (var chunk in events.Chunk(EntriesPerCall))
        {
            try
            {
                var answer = await eventBridge.PutEventsAsync(new PutEventsRequest { Entries = [.. chunk.Select(one => EntryOf(one, bus))] }, cancellationToken);
                problems.AddRange((answer.Entries ?? []).Where(entry => !string.IsNullOrEmpty(entry.ErrorCode))
                    .Select(entry => $"Amazon EventBridge refused an event: {entry.ErrorCode} {entry.ErrorMessage}"));
            }
            catch (Exception exception) when (AwsFault.IsAccessDenied(exception))
            {
                problems.Add($"The function's role is not allowed to call events:PutEvents on {bus}. Add events:PutEvents to its policy.");
            }
            catch (Exception exception) when (exception is AmazonServiceException or AmazonClientException || AwsFault.IsPassing(exception))
            {
                problems.Add($"Events could not be sent to {bus}: {exception.Message}");
            }
        }

        return problems;
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
