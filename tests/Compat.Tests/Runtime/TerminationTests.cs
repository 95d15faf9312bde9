namespace RotationLambdas.Compat.Tests.Runtime;

public class TerminationTests
{
    [Fact]
    public async Task SIGTERM_ends_the_process()
    {
        await using var api = await RuntimeApiStub.StartAsync();
        using var function = FunctionProcess.Start(api);
        await api.InvokeAsync("{}");

        function.Terminate();

        (await function.ExitCodeAsync()).ShouldBe(128 + 15);
    }
}
