namespace RotationLambdas.Sandbox.Wire;

/// <summary>An HTTP request read as AWS JSON 1.0 or 1.1 (Smithy, "AWS JSON 1.1 protocol").</summary>
internal sealed partial record AwsJsonRequest(string Service, string Operation, string AccessKeyId, JsonObject Input)
{
    public static async Task<AwsJsonRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var target = request.Headers["X-Amz-Target"].ToString();
        var dot = target.LastIndexOf('.');
        if (dot < 1 || dot == target.Length - 1)
        {
            throw new AwsServiceException(
                "UnknownOperationException",
                "The request has no X-Amz-Target header of the form Service.Operation. Only AWS JSON services are offered here.");
        }

        var accessKeyId = AccessKey(request)
            ?? throw new AwsServiceException("MissingAuthenticationTokenException", "Missing Authentication Token");
        return new AwsJsonRequest(target[..dot], target[(dot + 1)..], accessKeyId, await ReadBodyAsync(request, cancellationToken));
    }

    public static string? AccessKey(HttpRequest request)
    {
        var match = Credential().Match(request.Headers.Authorization.ToString());
        return match.Success ? match.Groups[1].Value : null;
    }

    private static async Task<JsonObject> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        if (body.Length == 0)
        {
            return [];
        }

        try
        {
            body.Position = 0;
            return await JsonNode.ParseAsync(body, cancellationToken: cancellationToken) as JsonObject
                ?? throw new AwsServiceException("SerializationException", "The request body is not a JSON object.");
        }
        catch (JsonException)
        {
            throw new AwsServiceException("SerializationException", "The request body is not JSON.");
        }
    }

    [GeneratedRegex("Credential=([^/ ,]+)/")]
    private static partial Regex Credential();
}
