namespace RotationLambdas.Sandbox.Tests.Lambda;

public sealed class InvokeApiTests : SandboxFixture
{
    [Fact]
    public async Task A_failed_function_is_status_200_with_a_header()
    {
        Sandbox.Functions.Start("broken", (_, _) => throw new InvalidOperationException("broken on purpose"));

        var (status, error, body) = await PostAsync("broken", "{}");

        (status, error).ShouldBe((HttpStatusCode.OK, "Unhandled"));
        JsonNode.Parse(body)!["errorMessage"]!.GetValue<string>().ShouldBe("broken on purpose");
    }

    [Fact]
    public async Task A_payload_that_is_not_JSON_is_refused()
    {
        Sandbox.Functions.Start("echo", (payload, _) => Task.FromResult<JsonNode?>(payload));

        (await PostAsync("echo", "{")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task<(HttpStatusCode Status, string? Error, string Body)> PostAsync(string function, string payload)
    {
        using var http = new HttpClient();
        using var content = new StringContent(payload, Encoding.UTF8);
        using var response = await http.PostAsync(new Uri(Sandbox.Endpoint, $"/2015-03-31/functions/{function}/invocations"), content);
        var error = response.Headers.TryGetValues("X-Amz-Function-Error", out var values) ? values.Single() : null;
        return (response.StatusCode, error, await response.Content.ReadAsStringAsync());
    }
}
