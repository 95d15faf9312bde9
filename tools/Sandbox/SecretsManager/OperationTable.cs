using RotationLambdas.Sandbox.Lambda;
using RotationLambdas.Sandbox.SecretsManager.Events;
using RotationLambdas.Sandbox.SecretsManager.Operations;
using RotationLambdas.Sandbox.SecretsManager.Rotation;

namespace RotationLambdas.Sandbox.SecretsManager;

/// <summary>Every operation by its name. A new one is a line here and a file in Operations.</summary>
internal sealed class OperationTable
{
    private static readonly string[] ReadingPrefixes = ["Get", "List", "Describe"];

    private readonly SecretStore _store;
    private readonly Dictionary<string, IOperation> _operations;

    public OperationTable(SecretStore store, FunctionHost functions, RotationEngine engine, RotationScheduler scheduler)
    {
        _store = store;
        var values = new ValueWriter(store);
        IOperation[] operations =
        [
            new GetSecretValue(store),
            new DescribeSecret(store), new ListSecrets(store), new ListSecretVersionIds(store),
            new CreateSecret(store), new PutSecretValue(store, values), new UpdateSecret(store, values), new UpdateSecretVersionStage(
                store),
            new DeleteSecret(store),
            new RotateSecret(store, functions, engine, scheduler), new CancelRotateSecret(store, scheduler),
        ];
        _operations = operations.ToDictionary(operation => operation.GetType().Name, StringComparer.Ordinal);
    }

    public IReadOnlyCollection<string> Names => _operations.Keys;

    public JsonObject Answer(AwsCall call)
    {
        var operation = _operations.GetValueOrDefault(call.Operation)
            ?? throw new AwsServiceException(
                "UnknownOperationException", $"The sandbox does not know the operation {call.Operation} of Secrets Manager.");
        return ReadingPrefixes.Any(prefix => call.Operation.StartsWith(prefix, StringComparison.Ordinal))
            ? _store.Read(() => operation.Answer(call.Input))
            : _store.Change(() => Audited(operation, call));
    }

    private JsonObject Audited(IOperation operation, AwsCall call)
    {
        if (call.Input["SecretId"] is { } id && _store.Find(id.GetValue<string>()) is { OwningService: not null })
        {
            // User Guide, "Troubleshoot AWS Secrets Manager".
            throw new AwsServiceException(
                "InvalidRequestException", "This secret is managed by an AWS service, and you must use that service to update it.");
        }

        var answer = operation.Answer(call.Input);
        if (AuditedCalls.Parameters(call) is { } parameters)
        {
            _store.Events.ApiCall(call, parameters, answer["ARN"]!.GetValue<string>());
        }

        return answer;
    }
}
