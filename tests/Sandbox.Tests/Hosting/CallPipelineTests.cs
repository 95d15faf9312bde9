using RotationLambdas.Sandbox.Faults;

namespace RotationLambdas.Sandbox.Tests.Hosting;

public sealed class CallPipelineTests : SandboxFixture
{
    private readonly EchoService _echo = new();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Sandbox.AddService(_echo);
    }

    [Fact]
    public async Task A_call_reaches_its_service_and_is_recorded()
    {
        var (response, body) = await Client.CallAsync("Echo.Print", """{"Name":"a & ü"}""");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/x-amz-json-1.1");
        response.Headers.GetValues("x-amzn-requestid").Single().ShouldNotBeEmpty();
        body["printed"]!.GetValue<string>().ShouldBe("Print a & ü");
        var call = Sandbox.Calls.Snapshot().Single();
        (call.Caller, call.Service, call.Operation, call.Resource, call.Status, call.ErrorCode)
            .ShouldBe(("administrator", "Echo", "Print", "a & ü", 200, null));
    }

    [Theory]
    [InlineData("Nobody.Print", "{}", "AKID", "UnknownOperationException")]
    [InlineData("NoDot", "{}", "AKID", "UnknownOperationException")]
    [InlineData(null, "{}", "AKID", "UnknownOperationException")]
    [InlineData("Echo.Print", "{", "AKID", "SerializationException")]
    [InlineData("Echo.Print", "[]", "AKID", "SerializationException")]
    [InlineData("Echo.Print", "{}", null, "MissingAuthenticationTokenException")]
    public async Task An_unreadable_call_gets_the_error_of_AWS(string? target, string body, string? key, string code)
    {
        var (response, error) = await Client.CallAsync(target, body, key);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Headers.GetValues("x-amzn-errortype").Single().ShouldBe(code);
        error["__type"]!.GetValue<string>().ShouldBe(code);
        error["message"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_guard_refuses_before_the_service_is_asked()
    {
        Sandbox.AddGuard(new Refusal());

        var (response, error) = await Client.CallAsync("Echo.Print", "{}");

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        error["__type"]!.GetValue<string>().ShouldBe("AccessDeniedException");
        _echo.Calls.ShouldBe(0);
        Sandbox.Calls.Snapshot().Single().ErrorCode.ShouldBe("AccessDeniedException");
    }

    [Theory]
    [InlineData(FaultAction.DropBefore, 0)]
    [InlineData(FaultAction.KillCallerBefore, 0)]
    [InlineData(FaultAction.LoseReply, 1)]
    [InlineData(FaultAction.KillCallerAfter, 1)]
    public async Task A_lost_reply_executes_the_call_and_a_dropped_call_does_not(FaultAction action, int executed)
    {
        Sandbox.Faults.Add(new FaultRule { Action = action, Operation = "Print" });

        await Should.ThrowAsync<HttpRequestException>(() => Client.CallAsync("Echo.Print", "{}"));

        _echo.Calls.ShouldBe(executed);
        Sandbox.Calls.Snapshot().Single().Status.ShouldBeNull();
        (await Client.CallAsync("Echo.Print", "{}")).Response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(FaultAction.Throttle, 400, "ThrottlingException")]
    [InlineData(FaultAction.InternalError, 500, "InternalServiceError")]
    public async Task A_refused_call_is_not_executed(FaultAction action, int status, string code)
    {
        Sandbox.Faults.Add(new FaultRule { Action = action });

        var (response, error) = await Client.CallAsync("Echo.Print", "{}");

        ((int)response.StatusCode).ShouldBe(status);
        error["__type"]!.GetValue<string>().ShouldBe(code);
        _echo.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task A_call_in_process_is_handled_as_one_over_HTTP()
    {
        var call = new AwsCall(
            "Echo", "Print", new() { ["Name"] = "x" }, new Caller("AKID", null, "arn:aws:iam::123456789012:root"), CancellationToken.None);

        (await Sandbox.CallAsync(call))["printed"]!.GetValue<string>().ShouldBe("Print x");
        Sandbox.AddGuard(new Refusal());
        (await Should.ThrowAsync<AwsServiceException>(() => Sandbox.CallAsync(call))).Code.ShouldBe("AccessDeniedException");

        _echo.Calls.ShouldBe(1);
        Sandbox.Calls.Snapshot().Select(one => (one.Operation, one.Status, one.ErrorCode))
            .ShouldBe([("Print", 200, null), ("Print", 400, "AccessDeniedException")]);
    }

    private sealed class EchoService : IAwsService
    {
        public int Calls { get; private set; }

        public string TargetPrefix => "Echo";

        public Task<JsonNode> CallAsync(AwsCall call)
        {
            Calls++;
            return Task.FromResult<JsonNode>(new JsonObject { ["printed"] = $"{call.Operation} {call.Input["Name"]}" });
        }
    }

    private sealed class Refusal : ICallGuard
    {
        public void Authorize(AwsCall call) => throw new AwsServiceException("AccessDeniedException", "Not today.");
    }
}
