using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Hosting;
using RotationLambdas.Sandbox.Timing;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Sandbox.Sqs;

/// <summary>SQS's standard queues, and Lambda's event source mappings that read them.</summary>
public sealed class SqsService : IAwsService, IDisposable
{
    private readonly SandboxOptions _options;
    private readonly Scheduler _scheduler;
    private readonly InvokeFunction _invoke;
    private readonly Func<Uri> _endpoint;
    private readonly ConcurrentDictionary<string, MessageQueue> _queues = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<EventSourceMapping> _mappings = [];
    private readonly SqsOperations _operations;

    /// <summary>No queues yet.</summary>
    /// <param name="options">The account, Region and clock.</param>
    /// <param name="endpoint">Where the sandbox listens, for the queues' URLs; asked when a queue is made.</param>
    /// <param name="scheduler">When what is due.</param>
    /// <param name="invoke">Invokes a function for a mapping.</param>
    public SqsService(SandboxOptions options, Func<Uri> endpoint, Scheduler scheduler, InvokeFunction invoke)
    {
        (_options, _endpoint, _scheduler, _invoke) = (options, endpoint, scheduler, invoke);
        _operations = new SqsOperations(this, options.TimeProvider);
    }

    /// <inheritdoc/>
    public string TargetPrefix => "AmazonSQS";

    /// <summary>All queues, by name.</summary>
    public IReadOnlyList<MessageQueue> Queues => [.. _queues.Values.OrderBy(static queue => queue.Name, StringComparer.Ordinal)];

    /// <summary>All mappings that were made.</summary>
    public IReadOnlyCollection<EventSourceMapping> EventSourceMappings => _mappings;

    /// <summary>Makes a queue, or finds the one of that name.</summary>
    /// <param name="name">1 to 80 letters, digits, hyphens and underscores.</param>
    /// <param name="settings">Its attributes; SQS's defaults when not given.</param>
    /// <returns>The queue.</returns>
    /// <exception cref="AwsServiceException">There is one with other attributes, or the name is none.</exception>
    public MessageQueue CreateQueue(string name, QueueSettings? settings = null)
    {
        if (name.Length is 0 or > 80 || !name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            throw SqsErrors.InvalidParameterValue("Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        }

        var wanted = settings ?? new QueueSettings();
        var queue = _queues.GetOrAdd(name, Make, wanted);
        return queue.Settings == wanted ? queue : throw SqsErrors.QueueNameExists();
    }

    /// <summary>Finds a queue.</summary>
    /// <param name="nameArnOrUrl">Its name, ARN or URL; of a URL only the path counts, for the port may have changed.</param>
    /// <returns>The queue, or <see langword="null"/>.</returns>
    public MessageQueue? Find(string nameArnOrUrl) => _queues.GetValueOrDefault(nameArnOrUrl[(nameArnOrUrl.LastIndexOfAny([':', '/']) + 1)..]);

    /// <summary>Ends a queue and its messages.</summary>
    /// <param name="queue">The queue.</param>
    public void DeleteQueue(MessageQueue queue) => _queues.TryRemove(queue.Name, out _);

    /// <summary>Has a function read a queue from now on.</summary>
    /// <param name="settings">Which, and how.</param>
    /// <returns>The mapping; disposing of it stops reading.</returns>
    /// <exception cref="ArgumentException">Lambda would refuse the settings, or there is no such queue.</exception>
    public EventSourceMapping AddEventSourceMapping(EventSourceMappingSettings settings)
    {
        settings.Validate();
        var queue = Find(settings.QueueArn) ?? throw new ArgumentException($"There is no queue {settings.QueueArn}. Create it before the mapping that reads it.");
        var mapping = new EventSourceMapping(settings, queue, _invoke, _scheduler);
        _mappings.Add(mapping);
        return mapping;
    }

    /// <inheritdoc/>
    public Task<JsonNode> CallAsync(AwsCall call) => _operations.CallAsync(call);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var mapping in _mappings)
        {
            mapping.Dispose();
        }
    }

    private MessageQueue Make(string name, QueueSettings settings)
    {
        var url = new Uri(_endpoint(), $"/{_options.AccountId}/{name}").ToString();
        return new MessageQueue(name, $"arn:aws:sqs:{_options.Region}:{_options.AccountId}:{name}", url, settings, _options.TimeProvider, Find);
    }
}
