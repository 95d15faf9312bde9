using RotationLambdas.Sandbox.SecretsManager.Operations;

namespace RotationLambdas.Sandbox.SecretsManager;

/// <summary>Secrets Manager: secrets, their versions and labels, and their rotation.</summary>
public sealed class SecretsManagerService : IAwsService, IAsyncDisposable
{
    private readonly SecretStore _store;
    private readonly RotationEngine _engine;
    private readonly SecretOperations _secrets;
    private readonly ValueOperations _values;
    private readonly RotationOperations _rotation;

    internal SecretsManagerService(SandboxOptions options, EventBus events, FunctionHost functions)
    {
        _store = new SecretStore(options, events);
        _engine = new RotationEngine(_store, new StepCaller(functions), new RotationEvaluator(_store));
        (_secrets, _values, _rotation) = (new(_store), new(_store), new(_store, functions, _engine));
        _engine.StepEnded += (_, step) => StepEnded?.Invoke(this, step);
    }

    public event EventHandler<RotationStep>? StepEnded;

    public string TargetPrefix => "secretsmanager";

    public Task<JsonNode> CallAsync(AwsCall call)
    {
        try
        {
            return Task.FromResult<JsonNode>(_store.Change(() => Answer(call)));
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
        ? new SecretIdentity(secret.Arn, KeyArn(secret.KmsKeyId), secret.Rotation?.FunctionArn)
        : null);

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private JsonObject Answer(AwsCall call) => call.Operation switch
    {
        "DescribeSecret" => _secrets.Describe(call.Input),
        "ListSecrets" => _secrets.List(call.Input),
        "GetSecretValue" => _values.Get(call.Input),
        "ListSecretVersionIds" => _values.ListVersionIds(call.Input),
        _ => Audited(call),
    };

    private JsonObject Audited(AwsCall call)
    {
        if (call.Input["SecretId"] is { } id && _store.Find(id.GetValue<string>()) is { OwningService: not null })
        {
            // User Guide, "Troubleshoot AWS Secrets Manager".
            throw new AwsServiceException(
                "InvalidRequestException", "This secret is managed by an AWS service, and you must use that service to update it.");
        }

        var answer = Changed(call);
        _store.Events.ApiCall(call, (string?)answer["ARN"]);
        return answer;
    }

    private JsonObject Changed(AwsCall call) => call.Operation switch
    {
        "CreateSecret" => _secrets.Create(call.Input),
        "DeleteSecret" => _secrets.Delete(call.Input),
        "TagResource" => _secrets.Tag(call.Input),
        "PutSecretValue" => _values.Put(call.Input),
        "UpdateSecretVersionStage" => _values.UpdateStage(call.Input),
        "RotateSecret" => _rotation.Rotate(call.Input),
        "CancelRotateSecret" => _rotation.Cancel(call.Input),
        _ => throw new AwsServiceException(
            "UnknownOperationException", $"The sandbox does not know the operation {call.Operation} of Secrets Manager."),
    };

    // Null for the AWS managed key. An alias stands for a key of the same name here: the sandbox keeps no keys.
    private string? KeyArn(string? keyId) => keyId switch
    {
        null or "" or "aws/secretsmanager" or "alias/aws/secretsmanager" => null,
        _ when keyId.StartsWith("arn:", StringComparison.Ordinal) => keyId,
        _ => $"arn:aws:kms:{_store.Options.Region}:{_store.Options.AccountId}:key/{keyId}",
    };
}
