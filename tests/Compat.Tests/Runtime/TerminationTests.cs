namespace RotationLambdas.Compat.Tests.Runtime;

public class TerminationTests
{
    [Fact]
    public async Task A_function_that_waits_for_work_leaves_on_SIGTERM()
    {
        await using var api = await RuntimeApiStub.StartAsync();
        using var function = FunctionProcess.Start(api);
        await api.InvokeAsync("{}");

        function.Terminate();

        (await function.ExitCodeAsync()).ShouldBe(0);
    }
}
