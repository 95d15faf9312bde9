using Amazon.SQS;
using Amazon.SQS.Model;

namespace RotationLambdas.EcsRedeployment.Calls;

/// <summary>The function's own queue. It takes messages that the function sends to itself, and brings a message that must be retried back
/// within minutes: without that it comes back after the queue's visibility timeout, which is longer than an invocation.</summary>
/// <param name="url">The queue's URL; null when there is no queue.</param>
internal sealed class FollowUpQueue(IAmazonSQS sqs, Uri? url, TimeProvider clock)
{
    private const int EntriesPerCall = 10; // ChangeMessageVisibilityBatch, Entries.

    /// <summary>SendMessage, DelaySeconds.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(15);

    /// <summary>By how often the message was received: the first retry comes after a minute, later ones after up to five.</summary>
    private static readonly TimeSpan[] RetryDelays =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(5)];

    private readonly RetryPolicy _retry = new(new() { MaxAttempts = 4 }, clock);

    public bool IsThere => url is not null;

    /// <summary>Sends a message that is delivered after a delay of at most 15 minutes.</summary>
    /// <returns>Why it could not be sent, a sentence; null when it was.</returns>
    public async Task<string?> SendAsync(string body, TimeSpan delay, CancellationToken cancellationToken) => url is null
        ? "QUEUE_URL is not set, so that the function cannot continue its work in another invocation. Set QUEUE_URL to the URL of its "
            + "queue."
        : await TryAsync("sqs:SendMessage", token => sqs.SendMessageAsync(
            new SendMessageRequest
            {
                QueueUrl = url.ToString(),
                MessageBody = body,
                DelaySeconds = (int)(delay < LongestDelay ? delay : LongestDelay).TotalSeconds,
            },
            token), cancellationToken);

    /// <summary>Has messages that the invocation reports as failed redelivered after one to five minutes.</summary>
    /// <param name="messages">The receipt handle of each message, and how often it was received.</param>
    /// <returns>Why that was not possible, each a sentence. The messages come back in any case, only later.</returns>
    public async Task<IReadOnlyList<string>> DelayAsync(
        IEnumerable<(string ReceiptHandle, int ReceiveCount)> messages, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        if (url is null)
        {
            return problems;
        }

        foreach (var call in messages.Chunk(EntriesPerCall))
        {
            var problem = await TryAsync("sqs:ChangeMessageVisibility", token => sqs.ChangeMessageVisibilityBatchAsync(
                new ChangeMessageVisibilityBatchRequest
                {
                    QueueUrl = url.ToString(),
                    Entries = [.. call.Select((message, index) => new ChangeMessageVisibilityBatchRequestEntry
                    {
                        Id = $"{index}",
                        ReceiptHandle = message.ReceiptHandle,
                        VisibilityTimeout = (int)RetryDelayAfter(message.ReceiveCount).TotalSeconds,
                    }),
                    ],
                },
                token), cancellationToken);
            if (problem is not null)
            {
                problems.Add(problem);
            }
        }

        return problems;
    }

    /// <summary>How long a message waits that was received so many times.</summary>
    public static TimeSpan RetryDelayAfter(int receiveCount) => RetryDelays[Math.Clamp(receiveCount, 1, RetryDelays.Length) - 1];

    private async Task<string?> TryAsync<T>(string action, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            await _retry.RunAsync(call, AwsErrors.IsWorthRetrying, (_, _) => null, cancellationToken);
            return null;
        }
        catch (Exception exception) when (AwsErrors.Classify(exception) is AwsErrorKind.AccessDenied)
        {
            return new PermissionMissingException(action, url!.ToString(), exception.Message).Message;
        }
        catch (Exception exception) when (
            AwsErrors.Classify(exception) is not AwsErrorKind.Other || exception is OperationCanceledException)
        {
            return $"{action} on {url} failed: {OutsideText.Of(exception.Message)}";
        }
    }
}
