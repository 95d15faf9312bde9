using System.Xml.Linq;

namespace RotationLambdas.Sandbox.Wire;

/// <summary>Forms in, XML out (Smithy, "AWS Query protocol"). Of services that speak it the sandbox has RDS.</summary>
internal static class QueryProtocol
{
    private static readonly XNamespace Rds = "http://rds.amazonaws.com/doc/2014-10-31/";

    public static bool IsQuery(HttpRequest request) => request.HasFormContentType;

    public static async Task<AwsCall> ReadAsync(HttpContext context, Func<string, Caller> callerOf)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var input = new JsonObject(
            form.Where(field => field.Key != "Action").Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value.ToString())));
        var accessKeyId = AwsJsonRequest.AccessKey(context.Request)
            ?? throw new AwsServiceException("MissingAuthenticationToken", "Missing Authentication Token", StatusCodes.Status403Forbidden);
        return new AwsCall("rds", form["Action"].ToString(), input, callerOf(accessKeyId), context.RequestAborted);
    }

    public static Task WriteAsync(HttpContext context, string operation, JsonNode output) => WriteAsync(
        context,
        StatusCodes.Status200OK,
        new XElement(
            Rds + $"{operation}Response",
            new XElement(Rds + $"{operation}Result", Content(output)),
            new XElement(Rds + "ResponseMetadata", new XElement(Rds + "RequestId", Guid.NewGuid()))));

    public static Task WriteAsync(HttpContext context, AwsServiceException error)
    {
        // Services of this protocol have older names for what all services refuse ("Common Errors" of the RDS API Reference).
        var (code, status) = error.Code switch
        {
            "AccessDeniedException" => ("AccessDenied", StatusCodes.Status403Forbidden),
            "ThrottlingException" => ("Throttling", error.Status),
            _ => (error.Code, error.Status),
        };
        return WriteAsync(context, status, new XElement(
            Rds + "ErrorResponse",
            new XElement(
                Rds + "Error",
                new XElement(Rds + "Type", status < 500 ? "Sender" : "Receiver"),
                new XElement(Rds + "Code", code),
                new XElement(Rds + "Message", error.Message)),
            new XElement(Rds + "RequestId", Guid.NewGuid())));
    }

    private static Task WriteAsync(HttpContext context, int status, XElement body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/xml";
        return context.Response.WriteAsync(body.ToString(SaveOptions.DisableFormatting), context.RequestAborted);
    }

    private static object? Content(JsonNode? node) => node is JsonObject members
        ? members.Where(member => member.Value is not null).Select(member => new XElement(Rds + member.Key, Content(member.Value)))
        : node?.ToString();
}
