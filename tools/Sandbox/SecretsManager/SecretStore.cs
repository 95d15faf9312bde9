using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Hosting;
using RotationLambdas.Sandbox.SecretsManager.Events;
using RotationLambdas.Sandbox.SecretsManager.State;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Sandbox.SecretsManager;

/// <summary>All secrets behind one lock. What happens under it is saved, and published as events, once it is released.</summary>
internal sealed class SecretStore
{
    private readonly Lock _lock = new();
    private readonly Lock _publishing = new();
    private readonly Dictionary<string, Secret> _secrets = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<JsonObject> _outbox = new();
    private readonly IEventBus _bus;
    private readonly StateFile? _file;

    /// <exception cref="InvalidDataException">The state file cannot be read as what this program wrote.</exception>
    public SecretStore(SandboxOptions options, IEventBus bus)
    {
        Options = options;
        _bus = bus;
        Events = new SecretEvents(options, _outbox.Enqueue);
        _file = options.StateFile is null ? null : new StateFile(options.StateFile);
        foreach (var secret in _file?.Load() ?? [])
        {
            Add(secret);
        }
    }

    public SandboxOptions Options { get; }

    public SecretEvents Events { get; }

    public DateTimeOffset Now => Options.TimeProvider.GetUtcNow();

    /// <summary>In the order of their creation. Under the lock only.</summary>
    public IEnumerable<Secret> Secrets => _secrets.Values.OrderBy(secret => secret.CreatedAt).ThenBy(secret => secret.Name, StringComparer.Ordinal);

    public T Read<T>(Func<T> read)
    {
        lock (_lock)
        {
            DropExpired();
            return read();
        }
    }

    public T Change<T>(Func<T> change)
    {
        T result;
        lock (_lock)
        {
            DropExpired();
            result = change();
            _file?.Save(Secrets);
        }

        Publish();
        return result;
    }

    public void Change(Action change) => Change(() =>
    {
        change();
        return true;
    });

    public void Add(Secret secret) => _secrets[secret.Name] = secret;

    public void Remove(Secret secret) => _secrets.Remove(secret.Name);

    public Secret? Named(string name) => _secrets.GetValueOrDefault(name);

    /// <summary>The secret with this name, ARN, or ARN without its random suffix, deleted or not.</summary>
    /// <exception cref="AwsServiceException">ResourceNotFoundException.</exception>
    public Secret Get(string secretId) => Find(secretId) ?? throw new AwsServiceException("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");

    /// <summary>As <see cref="Get"/>, for what is refused once a secret is marked for deletion.</summary>
    /// <exception cref="AwsServiceException">ResourceNotFoundException; InvalidRequestException.</exception>
    public Secret GetLive(string secretId)
    {
        var secret = Get(secretId);
        return secret.Deletion is null ? secret : throw new AwsServiceException(
            "InvalidRequestException",
            "You can't perform this operation on the secret because it was marked for deletion.");
    }

    /// <summary>The secret with this name, ARN, or ARN without its random suffix.</summary>
    public Secret? Find(string secretId)
    {
        if (_secrets.TryGetValue(secretId, out var named))
        {
            return named;
        }

        return secretId.StartsWith("arn:", StringComparison.Ordinal)
            ? _secrets.Values.FirstOrDefault(secret => secret.Arn == secretId || SecretArn.WithoutSuffix(secret.Arn) == secretId)
            : null;
    }

    private void DropExpired()
    {
        var now = Now;
        foreach (var expired in _secrets.Values.Where(secret => secret.Deletion?.DueAt <= now).ToList())
        {
            Remove(expired);
        }
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
