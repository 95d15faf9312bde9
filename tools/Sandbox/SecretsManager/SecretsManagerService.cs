using RotationLambdas.Sandbox.Iam;
using RotationLambdas.Sandbox.Lambda;
using RotationLambdas.Sandbox.SecretsManager.Rotation;
using RotationLambdas.Sandbox.SecretsManager.Versions;

namespace RotationLambdas.Sandbox.SecretsManager;

/// <summary>Secrets Manager: secrets, their versions and labels, and their rotation.</summary>
public sealed class SecretsManagerService : IAwsService, IAsyncDisposable
{
    private readonly SecretStore _store;
    private readonly OperationTable _operations;
    private readonly RotationEngine _engine;

    internal SecretsManagerService(SandboxOptions options, IEventBus events, FunctionHost functions)
    {
        _store = new SecretStore(options, events);
        _engine = new RotationEngine(_store, new StepCaller(functions), new RotationEvaluator(_store));
        _operations = new OperationTable(_store, functions, _engine);
        _engine.StepEnded += (_, step) => StepEnded?.Invoke(this, step);
    }

    public event EventHandler<RotationStepEventArgs>? StepEnded;

    public string TargetPrefix => "secretsmanager";

    public Task<JsonNode> CallAsync(AwsCall call)
    {
        try
        {
            return Task.FromResult<JsonNode>(_operations.Answer(call));
        }
        catch (AwsServiceException error)
        {
            return Task.FromException<JsonNode>(error);
        }
    }

    public Task<RotationOutcome> WaitForRotationAsync(string secretId, CancellationToken cancellationToken = default)
    {
        var arn = _store.Read(() => _store.Get(secretId).Arn);
        var run = _engine.LatestOf(arn)
            ?? throw new AwsServiceException("ResourceNotFoundException", $"The secret {secretId} was not rotated yet.");
        return run.Outcome.WaitAsync(cancellationToken);
    }

    /// <summary>Makes a secret of another AWS service's: others read it and change nothing.</summary>
    internal string CreateManaged(string name, string text, string owningService, IReadOnlyList<KeyValuePair<string, string>> tags)
    {
        var secret = new Secret(name, SecretArn.New(_store.Options, name), _store.Now)
        {
            OwningService = owningService,
            Tags = tags,
        };
        _store.Change(() => _store.Add(secret));
        PutManaged(secret.Arn, text);
        return secret.Arn;
    }

    /// <summary>Puts the owning service's next value.</summary>
    internal void PutManaged(string arn, string text) => _store.Change(() =>
    {
        var secret = _store.Get(arn);
        var moves = secret.Versions.Put(Guid.NewGuid().ToString(), new SecretContent(text), stages: [], _store.Now);
        _store.Events.LabelsMoved(secret, moves);
    });

    internal SecretIdentity? Identify(string secretId) => _store.Read(() => _store.Find(secretId) is { } secret
        ? new SecretIdentity(secret.Arn, _store.Options.KeyArn(secret.KmsKeyId), secret.Rotation?.FunctionArn)
        : null);

    public ValueTask DisposeAsync() => _engine.DisposeAsync();
}
