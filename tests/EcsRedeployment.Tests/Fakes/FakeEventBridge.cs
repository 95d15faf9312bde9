using Amazon.EventBridge;
using Amazon.EventBridge.Model;

namespace RotationLambdas.EcsRedeployment.Tests.Fakes;

internal sealed class FakeEventBridge() : AmazonEventBridgeClient(
    new AnonymousAWSCredentials(), new AmazonEventBridgeConfig { ServiceURL = "http://127.0.0.1:9" })
{
    public List<PutEventsRequestEntry> Entries { get; } = [];

    public Exception? Fault { get; set; }

    /// <summary>What becomes of the next entries, one after the other: an error code, or null for none.</summary>
    public Queue<string?> Refusals { get; } = new();

    public IEnumerable<JsonNode> DetailsOf(string detailType) =>
        Entries.Where(entry => entry.DetailType == detailType).Select(entry => Valid(detailType, JsonNode.Parse(entry.Detail)!));

    private static JsonNode Valid(string detailType, JsonNode detail)
    {
        EventSchema.Problems(detailType, detail).ShouldBeEmpty();
        return detail;
    }

    public override Task<PutEventsResponse> PutEventsAsync(PutEventsRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Fault is not null)
        {
            throw Fault;
        }

        // As Amazon EventBridge refuses them, and for a request that is too large all of its events (API Reference, "PutEvents").
        request.Entries.Count.ShouldBeInRange(1, 10);
        if (request.Entries.Sum(entry => Encoding.UTF8.GetByteCount(entry.Detail)) > 256 * 1024)
        {
            throw new AmazonEventBridgeException(
                "Total size of the entries in the request is over the limit.", ErrorType.Sender, "ValidationException", "r",
                    HttpStatusCode.BadRequest);
        }

        var results = request.Entries.ConvertAll(Put);
        return Task.FromResult(
            new PutEventsResponse { FailedEntryCount = results.Count(result => result.ErrorCode is not null), Entries = results });
    }

    private PutEventsResultEntry Put(PutEventsRequestEntry entry)
    {
        if (Refusals.TryDequeue(out var code) && code is not null)
        {
            return new() { ErrorCode = code, ErrorMessage = "No." };
        }

        lock (Entries)
        {
            Entries.Add(entry);
        }

        return new() { EventId = "e" };
    }
}
