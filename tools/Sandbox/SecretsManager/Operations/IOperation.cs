using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.SecretsManager.Operations;

/// <summary>One operation of the API, named as its type is. It runs under the vault's lock.</summary>
internal interface IOperation
{
    /// <summary>The output for this input.</summary>
    /// <exception cref="Wire.AwsServiceException">The error that the operation answers with.</exception>
    JsonObject Answer(JsonObject input);
}
