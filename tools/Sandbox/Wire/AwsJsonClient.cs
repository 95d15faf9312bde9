using System.Net.Http.Headers;

namespace RotationLambdas.Sandbox.Wire;

/// <summary>Calls any AWS JSON service at an endpoint that does not check signatures: the sandbox, or moto. For the demo and the
/// tests, which play the administrator.</summary>
public sealed class AwsJsonClient(Uri endpoint) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = endpoint };

    public async Task<JsonObject> CallAsync(string target, JsonObject input, CancellationToken cancellationToken = default)
    {
        var service = SigningName(target[..target.IndexOf('.', StringComparison.Ordinal)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new StringContent(
                input.ToJsonString(WireJson.Compact), Encoding.UTF8,
                new MediaTypeHeaderValue($"application/x-amz-json-1.{(service == "sqs" ? 0 : 1)}")),
        };
        request.Headers.Add("X-Amz-Target", target);
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential=administrator/20000101/eu-west-1/{service}/aws4_request, SignedHeaders=host;x-amz-target, "
                + "Signature=0");

        using var response = await _http.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var body = Parse(text);
        return response.IsSuccessStatusCode ? body : throw Error(body, (int)response.StatusCode);
    }

    public void Dispose() => _http.Dispose();

    // moto distinguishes services by their signing name.
    private static string SigningName(string targetPrefix) => targetPrefix switch
    {
        "AmazonEC2ContainerServiceV20141113" => "ecs",
        "AWSEvents" => "events",
        "AmazonSQS" => "sqs",
        _ => targetPrefix.ToLowerInvariant(),
    };

    private static JsonObject Parse(string text)
    {
        try
        {
            return (text.Length == 0 ? null : JsonNode.Parse(text)) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static AwsServiceException Error(JsonObject body, int status)
    {
        // What moto has not got, it answers with a page of HTML.
        var type = (string?)body["__type"] ?? $"HTTP {status}";
        return new AwsServiceException(
            type[(type.IndexOf('#', StringComparison.Ordinal) + 1)..], (string?)body["message"] ?? (string?)body["Message"] ?? "", status);
    }
}
