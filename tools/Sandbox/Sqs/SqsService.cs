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

    public SqsService(SandboxOptions options, Func<Uri> endpoint, Scheduler scheduler, InvokeFunction invoke)
    {
        (_options, _endpoint, _scheduler, _invoke) = (options, endpoint, scheduler, invoke);
        _operations = new SqsOperations(this, options.TimeProvider);
    }

    public string TargetPrefix => "AmazonSQS";

    public IReadOnlyList<MessageQueue> Queues => [.. _queues.Values.OrderBy(static queue => queue.Name, StringComparer.Ordinal)];

    public IReadOnlyCollection<EventSourceMapping> EventSourceMappings => _mappings;

    public MessageQueue CreateQueue(string name, QueueSettings? settings = null)
    {
        if (name.Length is 0 or > 80 || !name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            throw SqsOperations.Error(
                "InvalidParameterValueException", "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        }

        var wanted = settings ?? new QueueSettings();
        var queue = _queues.GetOrAdd(name, Make, wanted);
        return queue.Settings == wanted ? queue : throw SqsOperations.Error(
            "QueueNameExists", "A queue already exists with the same name and a different value for attribute VisibilityTimeout");
    }

    public MessageQueue? Find(string nameArnOrUrl) =>
        _queues.GetValueOrDefault(nameArnOrUrl[(nameArnOrUrl.LastIndexOfAny([':', '/']) + 1)..]);

    public EventSourceMapping AddEventSourceMapping(EventSourceMappingSettings settings)
    {
        settings.Validate();
        var queue = Find(settings.QueueArn)
            ?? throw new ArgumentException($"There is no queue {settings.QueueArn}. Create it before the mapping that reads it.");
        var mapping = new EventSourceMapping(settings, queue, _invoke, _scheduler);
        _mappings.Add(mapping);
        return mapping;
    }

    public Task<JsonNode> CallAsync(AwsCall call) => _operations.CallAsync(call);

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
        return new MessageQueue(
            name, $"arn:aws:sqs:{_options.Region}:{_options.AccountId}:{name}", url, settings, _options.TimeProvider, Find);
    }
}
