namespace RotationLambdas.Sandbox.Lambda;

/// <summary>The Lambda Runtime API, 2018-06-01 (Lambda Developer Guide, "Using the Lambda runtime API"), one base path a process.</summary>
internal sealed class RuntimeApi(FunctionHost functions)
{
    private const string Base = "/functions/{name}/{process}/2018-06-01/runtime";

    public void Map(WebApplication web)
    {
        web.MapGet(Base + "/invocation/next", (RequestDelegate)NextAsync);
        web.MapPost(Base + "/invocation/{request}/response", (RequestDelegate)ResponseAsync);
        web.MapPost(Base + "/invocation/{request}/error", (RequestDelegate)ErrorAsync);
        web.MapPost(Base + "/init/error", (RequestDelegate)InitErrorAsync);
    }

    private async Task NextAsync(HttpContext context)
    {
        if (Process(context) is not { } process)
        {
            await RefuseAsync(
                context, StatusCodes.Status403Forbidden, "InvalidProcess", "This process is not, or no longer, one of the function's.");
            return;
        }

        Invocation invocation;
        try
        {
            invocation = await process.NextAsync(context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            return; // The process ended while it waited.
        }

        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] = invocation.Deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = process.FunctionArn;
        headers["Lambda-Runtime-Trace-Id"] = TraceId(invocation);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(invocation.Payload.ToJsonString(WireJson.Compact), context.RequestAborted);
    }

    private async Task ResponseAsync(HttpContext context) => await CompleteAsync(context, new InvocationAnswer(await ReadAsync(context)));

    private async Task ErrorAsync(HttpContext context) =>
        await CompleteAsync(
            context, InvocationAnswer.FromRuntime(await ReadAsync(context), context.Request.Headers["Lambda-Runtime-Function-Error-Type"]));

    private async Task InitErrorAsync(HttpContext context)
    {
        var error = InvocationAnswer.FromRuntime(await ReadAsync(context), context.Request.Headers["Lambda-Runtime-Function-Error-Type"]);
        await AcceptAsync(context);
        Process(context)?.FailInit(error);
    }

    private async Task CompleteAsync(HttpContext context, InvocationAnswer answer)
    {
        var request = (string)context.Request.RouteValues["request"]!;
        if (Process(context)?.Complete(request, answer) == true)
        {
            await AcceptAsync(context);
        }
        else
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "InvalidRequestID", "Invalid request ID");
        }
    }

    private FunctionProcess? Process(HttpContext context)
    {
        var values = context.Request.RouteValues;
        return functions.Find((string)values["name"]!)?.Runner.Process((string)values["process"]!);
    }

    private static async Task<JsonNode?> ReadAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        if (text.Length == 0)
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    private static Task AcceptAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync("""{"status":"OK"}""", context.RequestAborted);
    }

    private static Task RefuseAsync(HttpContext context, int status, string type, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(
            new JsonObject { ["errorType"] = type, ["errorMessage"] = message }.ToJsonString(), context.RequestAborted);
    }

    private static string TraceId(Invocation invocation)
    {
        var id = invocation.RequestId.Replace("-", "", StringComparison.Ordinal);
        return string.Create(
            CultureInfo.InvariantCulture, $"Root=1-{invocation.Deadline.ToUnixTimeSeconds():x8}-{id[..24]};Parent={id[16..]};Sampled=0");
    }
}
