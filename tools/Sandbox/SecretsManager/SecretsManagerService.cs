using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Hosting;
using RotationLambdas.Sandbox.Iam;
using RotationLambdas.Sandbox.Lambda;
using RotationLambdas.Sandbox.SecretsManager.Rotation;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Sandbox.SecretsManager;

/// <summary>Secrets Manager: secrets, their versions and labels, and their rotation.</summary>
public sealed class SecretsManagerService : IAwsService, IAsyncDisposable
{
    private readonly SecretStore _store;
    private readonly OperationTable _operations;
    private readonly RotationEngine _engine;
    private readonly RotationScheduler _scheduler;

    internal SecretsManagerService(SandboxOptions options, IEventBus events, FunctionHost functions)
    {
        _store = new SecretStore(options, events);
        _engine = new RotationEngine(_store, new StepCaller(functions), new RotationEvaluator(_store));
        _scheduler = new RotationScheduler(_store, functions, _engine);
        _operations = new OperationTable(_store, functions, _engine, _scheduler);
        _engine.StepEnded += (_, step) => StepEnded?.Invoke(this, step);
        _engine.Ended += (_, ended) => RotationEnded?.Invoke(this, ended);
        _store.Change(_scheduler.SkipMissed);
    }

    /// <summary>Raised when a step of a rotation has ended, on the rotation's own thread.</summary>
    public event EventHandler<RotationStepEventArgs>? StepEnded;

    /// <summary>Raised when a rotation has ended, retries included, on the rotation's own thread.</summary>
    public event EventHandler<RotationEndedEventArgs>? RotationEnded;

    /// <inheritdoc/>
    public string TargetPrefix => "secretsmanager";

    /// <summary>The operations that are offered.</summary>
    public IReadOnlyCollection<string> Operations => _operations.Names;

    /// <inheritdoc/>
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

    /// <summary>Waits until the last rotation of a secret that was begun in this run of the sandbox is over, retries included.</summary>
    /// <param name="secretId">The secret's name, ARN, or ARN without its random suffix.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="AwsServiceException">ResourceNotFoundException: no such secret, or it was not rotated yet.</exception>
    public Task<RotationOutcome> WaitForRotationAsync(string secretId, CancellationToken cancellationToken = default)
    {
        var arn = _store.Read(() => _store.Get(secretId).Arn);
        var run = _engine.LatestOf(arn) ?? throw new AwsServiceException("ResourceNotFoundException", $"The secret {secretId} was not rotated yet.");
        return run.Outcome.WaitAsync(cancellationToken);
    }

    /// <summary>What IAM has to know of a secret to decide on a call; <see langword="null"/> when there is no such secret.</summary>
    internal SecretIdentity? Identify(string secretId) => _store.Read(() => _store.Find(secretId) is { } secret
        ? new SecretIdentity(secret.Arn, _store.Options.KeyArn(secret.KmsKeyId), secret.Rotation?.FunctionArn)
        : null);

    /// <summary>Ends the schedules and the pauses between attempts; waiters are cancelled.</summary>
    public async ValueTask DisposeAsync()
    {
        await _scheduler.DisposeAsync();
        await _engine.DisposeAsync();
    }
}
