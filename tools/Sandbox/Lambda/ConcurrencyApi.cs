namespace RotationLambdas.Sandbox.Lambda;

/// <summary>PutFunctionConcurrency and DeleteFunctionConcurrency (Lambda API Reference). Only 0, which stops a function, has an effect
/// here.</summary>
internal sealed class ConcurrencyApi(FunctionHost functions)
{
    private const string Path = "/2017-10-31/functions/{name}/concurrency";

    public void Map(WebApplication web)
    {
        web.MapPut(Path, (RequestDelegate)PutAsync);
        web.MapDelete(Path, (RequestDelegate)DeleteAsync);
    }

    private async Task PutAsync(HttpContext context)
    {
        var reserved = (int)(await JsonNode.ParseAsync(context.Request.Body))!["ReservedConcurrentExecutions"]!;
        if (Change(context, reserved == 0))
        {
            await context.Response.WriteAsync(
                new JsonObject { ["ReservedConcurrentExecutions"] = reserved }.ToJsonString(WireJson.Compact));
        }
    }

    private Task DeleteAsync(HttpContext context)
    {
        if (Change(context, stopped: false))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }

        return Task.CompletedTask;
    }

    private bool Change(HttpContext context, bool stopped)
    {
        var found = functions.SetStopped(Uri.UnescapeDataString((string)context.Request.RouteValues["name"]!), stopped);
        if (!found)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            context.Response.Headers["x-amzn-errortype"] = "ResourceNotFoundException";
        }

        return found;
    }
}
