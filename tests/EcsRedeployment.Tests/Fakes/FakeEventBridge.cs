using System.Text.Json.Nodes;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Runtime;

namespace RotationLambdas.EcsRedeployment.Tests.Fakes;

/// <summary>A bus that keeps what it is sent.</summary>
internal sealed class FakeEventBridge() : AmazonEventBridgeClient(
    new AnonymousAWSCredentials(), new AmazonEventBridgeConfig { ServiceURL = "http://127.0.0.1:9" })
{
    public List<PutEventsRequestEntry> Entries { get; } = [];

    public Exception? Fault { get; set; }

    public IEnumerable<JsonNode> DetailsOf(string detailType) =>
        Entries.Where(entry => entry.DetailType == detailType).Select(entry => JsonNode.Parse(entry.Detail)!);

    public override Task<PutEventsResponse> PutEventsAsync(PutEventsRequest request, CancellationToken cancellationToken = default)
    {
        if (Fault is not null)
        {
            throw Fault;
        }

        Entries.AddRange(request.Entries);
        return Task.FromResult(new PutEventsResponse { FailedEntryCount = 0, Entries = [.. request.Entries.Select(_ => new PutEventsResultEntry { EventId = "e" })] });
    }
}
