namespace RotationLambdas.Sandbox.Wire;

/// <summary>Writes answers as AWS JSON services do: a request id on every one, errors with their code in header and body.</summary>
internal static class AwsJsonResponse
{
    public static Task WriteAsync(HttpContext context, JsonNode output) => WriteAsync(context, output, StatusCodes.Status200OK);

    public static Task WriteAsync(HttpContext context, AwsServiceException error)
    {
        context.Response.Headers["x-amzn-errortype"] = error.Code;
        return WriteAsync(context, new JsonObject { ["__type"] = error.Code, ["message"] = error.Message }, error.Status);
    }

    private static Task WriteAsync(HttpContext context, JsonNode body, int status)
    {
        var requestType = context.Request.ContentType ?? "";
        context.Response.StatusCode = status;
        context.Response.ContentType = requestType.StartsWith("application/x-amz-json-1.0", StringComparison.Ordinal)
            ? "application/x-amz-json-1.0" : "application/x-amz-json-1.1";
        context.Response.Headers["x-amzn-requestid"] = Guid.NewGuid().ToString();
        return context.Response.WriteAsync(body.ToJsonString(WireJson.Compact), context.RequestAborted);
    }
}
