using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Lambda;
using RotationLambdas.Sandbox.SecretsManager.Events;
using RotationLambdas.Sandbox.SecretsManager.Operations;
using RotationLambdas.Sandbox.SecretsManager.Rotation;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Sandbox.SecretsManager;

/// <summary>Every operation by its name. A new one is a line here and a file in Operations.</summary>
internal sealed class OperationTable
{
    private static readonly string[] ReadingPrefixes = ["Get", "List", "Describe", "BatchGet"];

    private readonly Vault _vault;
    private readonly Dictionary<string, IOperation> _operations;

    public OperationTable(Vault vault, FunctionHost functions, RotationEngine engine, RotationScheduler scheduler)
    {
        _vault = vault;
        var get = new GetSecretValue(vault);
        var values = new ValueWriter(vault);
        IOperation[] operations =
        [
            get, new BatchGetSecretValue(vault, get), new GetRandomPassword(), new GetResourcePolicy(vault),
            new DescribeSecret(vault), new ListSecrets(vault), new ListSecretVersionIds(vault),
            new CreateSecret(vault), new PutSecretValue(vault, values), new UpdateSecret(vault, values), new UpdateSecretVersionStage(vault),
            new DeleteSecret(vault), new RestoreSecret(vault, scheduler), new TagResource(vault), new UntagResource(vault),
            new PutResourcePolicy(vault), new DeleteResourcePolicy(vault), new ReplicateSecretToRegions(),
            new RotateSecret(vault, functions, engine, scheduler), new CancelRotateSecret(vault, scheduler),
        ];
        _operations = operations.ToDictionary(operation => operation.GetType().Name, StringComparer.Ordinal);
    }

    /// <summary>The operations that are known.</summary>
    public IReadOnlyCollection<string> Names => _operations.Keys;

    /// <exception cref="AwsServiceException">UnknownOperationException, or the operation's own error.</exception>
    public JsonObject Answer(AwsCall call)
    {
        var operation = _operations.GetValueOrDefault(call.Operation)
            ?? throw new AwsServiceException("UnknownOperationException", $"The sandbox does not know the operation {call.Operation} of Secrets Manager.");
        return ReadingPrefixes.Any(prefix => call.Operation.StartsWith(prefix, StringComparison.Ordinal))
            ? _vault.Read(() => operation.Answer(call.Input))
            : _vault.Change(() => Audited(operation, call));
    }

    private JsonObject Audited(IOperation operation, AwsCall call)
    {
        var answer = operation.Answer(call.Input);
        if (AuditedCalls.Parameters(call) is { } parameters)
        {
            _vault.Events.ApiCall(call, parameters, answer["ARN"]!.GetValue<string>());
        }

        return answer;
    }
}
