namespace RotationLambdas.Sandbox.Lambda;

internal sealed class DelegateRunner(string name, Func<JsonNode, CancellationToken, Task<JsonNode?>> handler) : IFunctionRunner
{
    private readonly CancellationTokenSource _stopping = new();

    public IReadOnlyList<FunctionProcess> Processes => [];

    public FunctionProcess? Process(string id) => null;

    public async Task<InvocationResult> InvokeAsync(JsonNode payload)
    {
        var startedAt = Stopwatch.GetTimestamp();
        var answer = await AnswerAsync(payload.DeepClone());
        return new InvocationResult
        {
            RequestId = Guid.NewGuid().ToString(),
            FunctionName = name,
            Payload = answer.Payload,
            ErrorType = answer.ErrorType,
            ErrorMessage = answer.ErrorMessage,
            Duration = Stopwatch.GetElapsedTime(startedAt),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _stopping.Dispose();
    }

    private async Task<InvocationAnswer> AnswerAsync(JsonNode payload)
    {
        try
        {
            return new InvocationAnswer(await handler(payload, _stopping.Token));
        }
        catch (Exception error) // Any exception of a function is its answer.
        {
            return InvocationAnswer.Error(error.GetType().Name, error.Message);
        }
    }
}
