namespace RotationLambdas.Sandbox.SecretsManager.Operations;

/// <summary>One operation of the API, named as its type is. It runs under the store's lock.</summary>
internal interface IOperation
{
    JsonObject Answer(JsonObject input);
}
