namespace RotationLambdas.Sandbox.Lambda;

/// <summary>Runs invocations of one function: in processes, or in this one.</summary>
internal interface IFunctionRunner : IAsyncDisposable
{
    Task<InvocationResult> InvokeAsync(JsonNode payload);

    FunctionProcess? Process(string id);

    IReadOnlyList<FunctionProcess> Processes { get; }
}
