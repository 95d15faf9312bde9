using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.Lambda;

/// <summary>Runs invocations of one function: in processes, or in this one.</summary>
internal interface IFunctionRunner : IAsyncDisposable
{
    Task<InvocationResult> InvokeAsync(JsonNode payload);

    /// <summary>The process with this id in the Runtime API's path, if it lives.</summary>
    FunctionProcess? Process(string id);

    IReadOnlyList<FunctionProcess> Processes { get; }
}
