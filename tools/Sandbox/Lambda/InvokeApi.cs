namespace RotationLambdas.Sandbox.Lambda;

/// <summary>Lambda's <c>Invoke</c> (Lambda API Reference): RequestResponse, Event and DryRun, so that <c>aws lambda invoke</c>
/// works.</summary>
internal sealed class InvokeApi(FunctionHost functions)
{
    public void Map(WebApplication web) => web.MapPost("/2015-03-31/functions/{name}/invocations", (RequestDelegate)InvokeAsync);

    private async Task InvokeAsync(HttpContext context)
    {
        var name = Uri.UnescapeDataString((string)context.Request.RouteValues["name"]!);
        var response = context.Response;
        response.ContentType = "application/json";
        response.Headers["x-amzn-requestid"] = Guid.NewGuid().ToString();
        try
        {
            var payload = await ReadAsync(context.Request, context.RequestAborted);
            switch (context.Request.Headers["X-Amz-Invocation-Type"].ToString())
            {
                case "Event":
                    _ = functions.InvokeAsync(name, payload);
                    response.StatusCode = StatusCodes.Status202Accepted;
                    return;
                case "DryRun":
                    response.StatusCode = StatusCodes.Status204NoContent;
                    return;
            }

            var result = await functions.InvokeAsync(name, payload, context.RequestAborted);
            response.Headers["X-Amz-Executed-Version"] = "$LATEST";
            if (!result.Succeeded)
            {
                response.Headers["X-Amz-Function-Error"] = "Unhandled";
            }

            await response.WriteAsync(result.Payload?.ToJsonString(WireJson.Compact) ?? "null", context.RequestAborted);
        }
        catch (AwsServiceException error)
        {
            response.StatusCode = error.Status;
            response.Headers["x-amzn-errortype"] = error.Code;
            await response.WriteAsync(
                new JsonObject { ["Type"] = "User", ["Message"] = error.Message }.ToJsonString(WireJson.Compact), context.RequestAborted);
        }
    }

    private static async Task<JsonNode> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync(cancellationToken);
        try
        {
            return (text.Length == 0 ? null : JsonNode.Parse(text)) ?? new JsonObject();
        }
        catch (JsonException error)
        {
            throw new AwsServiceException("InvalidRequestContentException", $"Could not parse request body into json: {error.Message}");
        }
    }
}
