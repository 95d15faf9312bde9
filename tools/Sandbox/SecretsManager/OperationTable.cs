using RotationLambdas.Sandbox.Lambda;
using RotationLambdas.Sandbox.SecretsManager.Events;
using RotationLambdas.Sandbox.SecretsManager.Operations;
using RotationLambdas.Sandbox.SecretsManager.Rotation;

namespace RotationLambdas.Sandbox.SecretsManager;

internal sealed class OperationTable(SecretStore store, FunctionHost functions, RotationEngine engine)
{
    private readonly SecretOperations _secrets = new(store);
    private readonly ValueOperations _values = new(store);
    private readonly RotationOperations _rotation = new(store, functions, engine);

    public JsonObject Answer(AwsCall call) => store.Change(() => call.Operation switch
    {
        "DescribeSecret" => _secrets.Describe(call.Input),
        "ListSecrets" => _secrets.List(call.Input),
        "GetSecretValue" => _values.Get(call.Input),
        "ListSecretVersionIds" => _values.ListVersionIds(call.Input),
        _ => Audited(call),
    });

    private JsonObject Audited(AwsCall call)
    {
        if (call.Input["SecretId"] is { } id && store.Find(id.GetValue<string>()) is { OwningService: not null })
        {
            // User Guide, "Troubleshoot AWS Secrets Manager".
            throw new AwsServiceException(
                "InvalidRequestException", "This secret is managed by an AWS service, and you must use that service to update it.");
        }

        var answer = Changed(call);
        if (AuditedCalls.Parameters(call) is { } parameters)
        {
            store.Events.ApiCall(call, parameters, answer["ARN"]!.GetValue<string>());
        }

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
}
