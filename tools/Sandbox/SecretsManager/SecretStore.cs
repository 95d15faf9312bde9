using RotationLambdas.Sandbox.SecretsManager.Events;

namespace RotationLambdas.Sandbox.SecretsManager;

/// <summary>All secrets behind one lock. Events leave once it is released.</summary>
internal sealed class SecretStore
{
    private readonly Lock _lock = new();
    private readonly Lock _publishing = new();
    private readonly Dictionary<string, Secret> _secrets = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<JsonObject> _outbox = new();
    private readonly EventBus _bus;

    public SecretStore(SandboxOptions options, EventBus bus)
    {
        Options = options;
        _bus = bus;
        Events = new SecretEvents(options, _outbox.Enqueue);
    }

    public SandboxOptions Options { get; }

    public SecretEvents Events { get; }

    public DateTimeOffset Now => Options.TimeProvider.GetUtcNow();

    public T Read<T>(Func<T> read)
    {
        lock (_lock)
        {
            return read();
        }
    }

    public T Change<T>(Func<T> change)
    {
        T result;
        lock (_lock)
        {
            result = change();
        }

        Publish();
        return result;
    }

    public void Change(Action change) => Change(() =>
    {
        change();
        return true;
    });

    /// <summary>The newest first. Under the lock only.</summary>
    public IEnumerable<Secret> Secrets => _secrets.Values.OrderByDescending(secret => secret.CreatedAt);

    public void Add(Secret secret) => _secrets[secret.Name] = secret;

    public Secret Get(string secretId) =>
        Find(secretId) ?? throw new AwsServiceException("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");

    public Secret GetLive(string secretId)
    {
        var secret = Get(secretId);
        return secret.DeletedAt is null ? secret : throw new AwsServiceException(
            "InvalidRequestException",
            "You can't perform this operation on the secret because it was marked for deletion.");
    }

    public Secret? Find(string secretId)
    {
        if (_secrets.TryGetValue(secretId, out var named))
        {
            return named;
        }

        return secretId.StartsWith("arn:", StringComparison.Ordinal)
            ? _secrets.Values.FirstOrDefault(
                secret => secret.Arn == secretId || (!SecretArn.LooksComplete(secretId) && SecretArn.WithoutSuffix(secret.Arn) == secretId))
            : null;
    }

    private void Publish()
    {
        // One publisher at a time, so that events leave in the order in which things happened.
        lock (_publishing)
        {
            while (_outbox.TryDequeue(out var awsEvent))
            {
                _bus.Publish(awsEvent);
            }
        }
    }
}
