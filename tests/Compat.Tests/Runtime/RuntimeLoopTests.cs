namespace RotationLambdas.Compat.Tests.Runtime;

public class RuntimeLoopTests
{
    [Fact]
    public async Task An_event_is_answered_and_has_its_context()
    {
        await using var api = await RuntimeApiStub.StartAsync();
        using var function = FunctionProcess.Start(api);

        var first = await api.InvokeAsync("""{"Do":"yield"}""");
        var second = await api.InvokeAsync("""{"Do":"nothing"}""");

        first.Call.ShouldBe("invocation/request-1/response");
        ((string?)first.Body["RequestId"]).ShouldBe("request-1");
        ((string?)first.Body["Trace"]).ShouldBe("Root=1-5759e988-bd862e3fe1be46a994272793");
        ((double)first.Body["Remaining"]!).ShouldBeInRange(0, 30);
        second.Call.ShouldBe("invocation/request-2/response");
    }

    [Fact]
    public async Task A_failed_invocation_is_reported_and_the_next_one_is_served()
    {
        await using var api = await RuntimeApiStub.StartAsync();
        using var function = FunctionProcess.Start(api);

        var failed = await api.InvokeAsync("""{"Do":"fail"}""");
        var served = await api.InvokeAsync("{}");

        failed.Call.ShouldBe("invocation/request-1/error");
        failed.ErrorType.ShouldBe("InvalidOperationException");
        ((string?)failed.Body["errorType"]).ShouldBe("InvalidOperationException");
        ((string?)failed.Body["errorMessage"]).ShouldBe("Cannot go on.");
        failed.Body["stackTrace"]!.AsArray()[0]!.ToString().ShouldContain(nameof(TinyFunction));
        ((string?)failed.Body["cause"]!["errorMessage"]).ShouldBe("The reason.");
        served.Call.ShouldBe("invocation/request-2/response");
    }

    [Fact]
    public async Task An_error_report_that_is_not_answered_in_JSON_ends_the_process()
    {
        await using var api = await RuntimeApiStub.StartAsync();
        using var function = FunctionProcess.Start(api);
        api.Acceptance = "";

        await api.InvokeAsync("""{"Do":"fail"}""");

        (await function.ExitCodeAsync()).ShouldBe(128 + 6);
    }

    [Fact]
    public async Task An_event_that_does_not_fit_the_handler_is_a_serializer_error()
    {
        await using var api = await RuntimeApiStub.StartAsync();
        using var function = FunctionProcess.Start(api);

        var failed = await api.InvokeAsync("[1]");

        failed.Call.ShouldBe("invocation/request-1/error");
        ((string?)failed.Body["errorType"]).ShouldBe("JsonSerializerException");
    }

    [Fact]
    public async Task A_failed_initialization_is_reported_and_ends_the_process()
    {
        await using var api = await RuntimeApiStub.StartAsync();
        using var function = FunctionProcess.Start(api, ("TINY_INIT", "fail"));

        var failed = await api.NextPostAsync();

        failed.Call.ShouldBe("init/error");
        ((string?)failed.Body["errorMessage"]).ShouldBe("Cannot begin.");
        (await function.NextLineAsync()).ShouldContain("\tfail\t");
        (await function.ExitCodeAsync()).ShouldNotBe(0);
    }

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
