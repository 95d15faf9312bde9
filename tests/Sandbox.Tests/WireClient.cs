using System.Net.Http.Headers;

namespace RotationLambdas.Sandbox.Tests;

/// <summary>Speaks AWS JSON by hand, for what the official clients would not send.</summary>
internal sealed class WireClient(Uri endpoint) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = endpoint };

    public async Task<(HttpResponseMessage Response, JsonNode Body)> CallAsync(
        string? target, string body, string? accessKeyId = "AKIDADMIN", string mediaType = "application/x-amz-json-1.1")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        if (target is not null)
        {
            request.Headers.Add("X-Amz-Target", target);
        }

        if (accessKeyId is not null)
        {
            request.Headers.TryAddWithoutValidation(
                "Authorization",
                $"AWS4-HMAC-SHA256 Credential={accessKeyId}/20260101/eu-west-1/any/aws4_request, SignedHeaders=host, Signature=0");
        }

        var response = await _http.SendAsync(request);
        return (response, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    public void Dispose() => _http.Dispose();
}
