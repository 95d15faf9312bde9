using RotationLambdas.Sandbox.Lambda;

namespace RotationLambdas.Sandbox.Tests.Lambda;

public sealed class FunctionProcessTests : SandboxFixture
{
    private static string Package => Path.Combine(AppContext.BaseDirectory, "Lambda", "Package");

    [Fact]
    public async Task A_function_gets_its_event_and_returns_a_value()
    {
        Start();

        var result = await InvokeAsync("echo");

        result.Succeeded.ShouldBeTrue();
        result.Payload!["do"]!.GetValue<string>().ShouldBe("echo");
        result.LogLines.ShouldBe(["starting", "working", "really"]);
        result.InitDuration.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_second_invocation_finds_the_process_warm()
    {
        var function = Start();
        await InvokeAsync("echo");
        var process = function.ProcessIds.Single();

        var result = await InvokeAsync("echo");

        result.InitDuration.ShouldBeNull();
        result.LogLines.ShouldBe(["working", "really"]);
        function.ProcessIds.ShouldBe([process]);
    }

    [Fact]
    public async Task The_headers_of_the_Runtime_API_are_all_there()
    {
        Start();

        var result = await InvokeAsync("headers");

        var headers = string.Join('\n', result.LogLines);
        headers.ShouldContain($"Lambda-Runtime-Aws-Request-Id: {result.RequestId}");
        headers.ShouldContain($"Lambda-Runtime-Invoked-Function-Arn: {Sandbox.Functions.ArnOf("test")}");
        headers.ShouldMatch("Lambda-Runtime-Deadline-Ms: [0-9]{13}");
        headers.ShouldMatch("Lambda-Runtime-Trace-Id: Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0");
    }

    [Fact]
    public async Task The_environment_holds_Lambdas_and_the_given_variables()
    {
        Environment.SetEnvironmentVariable("SANDBOX_TEST_LEAK", "leaked");
        Start(environment: new Dictionary<string, string> { ["MINE"] = "yes", ["AWS_REGION"] = "eu-central-1" });

        var environment = (await InvokeAsync("environment")).LogLines;

        environment.ShouldContain("MINE=yes");
        environment.ShouldContain("AWS_REGION=eu-central-1");
        environment.ShouldContain("AWS_LAMBDA_FUNCTION_NAME=test");
        environment.ShouldContain("AWS_LAMBDA_FUNCTION_MEMORY_SIZE=256");
        environment.ShouldContain($"AWS_ENDPOINT_URL={Sandbox.Endpoint.GetLeftPart(UriPartial.Authority)}");
        environment.ShouldNotContain(line => line.Contains("SANDBOX_TEST_LEAK", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_error_returns_its_type_and_the_process_lives_on()
    {
        var function = Start();

        var result = await InvokeAsync("fail");

        (result.ErrorType, result.ErrorMessage).ShouldBe(("TestException", "asked to fail"));
        result.Payload!["errorType"]!.GetValue<string>().ShouldBe("TestException");
        function.ProcessIds.Count.ShouldBe(1);
        (await InvokeAsync("echo")).InitDuration.ShouldBeNull();
    }

    [Theory]
    [InlineData("0", "Runtime exited without providing a reason")]
    [InlineData("3", "Runtime exited with error: exit status 3")]
    public async Task An_ended_process_fails_its_invocation_only(string status, string text)
    {
        Start();

        var result = await InvokeAsync("exit", ("status", status));

        result.ErrorType.ShouldBe("Runtime.ExitError");
        result.ErrorMessage.ShouldBe($"RequestId: {result.RequestId} Error: {text}");
        (await InvokeAsync("echo")).InitDuration.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_function_that_takes_too_long_is_killed()
    {
        var function = Start(timeout: TimeSpan.FromMilliseconds(400));

        var result = await InvokeAsync("hang");

        result.ErrorType.ShouldBe("Sandbox.Timedout");
        result.ErrorMessage.ShouldBe($"RequestId: {result.RequestId} Error: Task timed out after 0.40 seconds");
        function.ProcessIds.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("fail", "Test.Init", "cannot start")]
    [InlineData("exit", "Runtime.ExitError", "exit status 7")]
    public async Task A_function_that_cannot_start_reports_the_reason(string init, string type, string text)
    {
        Start(environment: new Dictionary<string, string> { ["INIT"] = init });

        var result = await InvokeAsync("echo");

        result.ErrorType.ShouldBe(type);
        result.ErrorMessage!.ShouldContain(text);
    }

    [Fact]
    public async Task Two_invocations_meet_where_two_processes_are_allowed()
    {
        var function = Start(concurrency: 2);
        var file = Path.GetTempFileName();

        var results = await Task.WhenAll(InvokeAsync("meet", ("file", file)), InvokeAsync("meet", ("file", file)));

        results.ShouldAllBe(result => result.Succeeded);
        function.ProcessIds.Count.ShouldBe(2);
        File.Delete(file);
    }

    [Fact]
    public async Task With_one_process_invocations_wait()
    {
        var function = Start();

        var results = await Task.WhenAll(InvokeAsync("echo"), InvokeAsync("echo"), InvokeAsync("echo"));

        results.ShouldAllBe(result => result.Succeeded);
        results.Count(result => result.InitDuration is not null).ShouldBe(1);
        function.ProcessIds.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_to_another_invocation_is_refused()
    {
        Start();

        (await InvokeAsync("wrong")).Payload!.GetValue<string>().ShouldBe("400");
    }

    [Fact]
    public async Task A_process_may_be_killed_while_it_starts()
    {
        var function = Start();
        var invocation = Task.Run(() => InvokeAsync("hang"));
        SpinWait.SpinUntil(() => function.ProcessIds.Count > 0);

        function.Kill();

        (await invocation).ErrorType.ShouldBe("Runtime.ExitError");
    }

    [Fact]
    public void A_folder_without_a_package_is_refused_with_what_to_do()
    {
        var definition = new FunctionDefinition { Name = "test", PackageFolder = Path.GetTempPath() };

        Should.Throw<FileNotFoundException>(() => Sandbox.Functions.Start(definition))
            .Message.ShouldContain("Publish the function into it first.");
    }

    private RunningFunction Start(IReadOnlyDictionary<string, string>? environment = null, TimeSpan? timeout = null, int concurrency = 1) =>
        Sandbox.Functions.Start(new FunctionDefinition
        {
            Name = "test",
            PackageFolder = Package,
            Environment = environment ?? new Dictionary<string, string>(),
            Timeout = timeout ?? TimeSpan.FromSeconds(30),
            MemorySize = 256,
            Concurrency = concurrency,
        });

    private Task<InvocationResult> InvokeAsync(string what, params (string Name, string Value)[] more)
    {
        var payload = new JsonObject { ["do"] = what };
        foreach (var (name, value) in more)
        {
            payload[name] = value;
        }

        return Sandbox.Functions.InvokeAsync("test", payload);
    }
}
