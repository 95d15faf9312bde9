using Amazon.SQS;
using Amazon.SQS.Model;

namespace RotationLambdas.EcsRedeployment.Tests.Fakes;

/// <summary>Amazon SQS in memory; limits as in the API reference, "SendMessage" and "ChangeMessageVisibilityBatch".</summary>
internal sealed class FakeQueue()
    : AmazonSQSClient(new AnonymousAWSCredentials(), new AmazonSQSConfig { ServiceURL = "http://127.0.0.1:9" })
{
    public const string Url = "https://sqs.eu-west-1.amazonaws.com/123456789012/redeployment";

    public List<(string Body, int Delay)> Sent { get; } = [];

    public Dictionary<string, int> Visibility { get; } = [];

    public Exception? Fault { get; set; }

    public int Calls { get; private set; }

    public override Task<SendMessageResponse> SendMessageAsync(SendMessageRequest request, CancellationToken cancellationToken = default)
    {
        ThrowIfRefused(request.QueueUrl, cancellationToken);
        Encoding.UTF8.GetByteCount(request.MessageBody).ShouldBeInRange(1, 256 * 1024);
        (request.DelaySeconds ?? 0).ShouldBeInRange(0, 900);
        lock (Sent)
        {
            Sent.Add((request.MessageBody, request.DelaySeconds ?? 0));
        }

        return Task.FromResult(new SendMessageResponse { MessageId = $"sent-{Sent.Count}" });
    }

    public override Task<ChangeMessageVisibilityBatchResponse> ChangeMessageVisibilityBatchAsync(
        ChangeMessageVisibilityBatchRequest request, CancellationToken cancellationToken = default)
    {
        ThrowIfRefused(request.QueueUrl, cancellationToken);
        request.Entries.Count.ShouldBeInRange(1, 10);
        request.Entries.Select(entry => entry.Id).ShouldBeUnique();
        foreach (var entry in request.Entries)
        {
            entry.VisibilityTimeout!.Value.ShouldBeInRange(0, 43_200);
            Visibility[entry.ReceiptHandle] = entry.VisibilityTimeout.Value;
        }

        return Task.FromResult(new ChangeMessageVisibilityBatchResponse
        {
            Successful = [.. request.Entries.Select(entry => new ChangeMessageVisibilityBatchResultEntry { Id = entry.Id })],
        });
    }

    private void ThrowIfRefused(string url, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Calls++;
        url.ShouldBe(Url);
        if (Fault is not null)
        {
            throw Fault;
        }
    }
}
