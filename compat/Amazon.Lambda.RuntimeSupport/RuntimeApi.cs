using System.Net.Http.Headers;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The calls of the Lambda Runtime API ("Using the Lambda runtime API for custom runtimes" in the AWS Lambda guide).</summary>
internal sealed class RuntimeApi(HttpClient http, Uri endpoint)
{
    private const string ErrorContentType = "application/vnd.aws.lambda.error+json";

    internal async Task<(Stream Input, InvocationContext Context)> NextAsync(LambdaLog log, CancellationToken cancellationToken)
    {
        using var reply = await http.GetAsync(new Uri(endpoint, "runtime/invocation/next"), cancellationToken).ConfigureAwait(false);
        ThrowIfRefused(reply, "runtime/invocation/next");
        var context = new InvocationContext(reply.Headers, log);
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", context.TraceId);
        var body = new MemoryStream();
        await reply.Content.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        body.Position = 0;
        return (body, context);
    }

    internal async Task RespondAsync(string requestId, Stream response, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await response.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        using var content = new ByteArrayContent(body.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        await PostAsync($"runtime/invocation/{requestId}/response", content, null, cancellationToken).ConfigureAwait(false);
    }

    internal Task ReportInvocationErrorAsync(string requestId, Exception error, CancellationToken cancellationToken) =>
        ReportAsync($"runtime/invocation/{requestId}/error", error, cancellationToken);

    internal Task ReportInitializationErrorAsync(Exception error, CancellationToken cancellationToken) =>
        ReportAsync("runtime/init/error", error, cancellationToken);

    private async Task ReportAsync(string call, Exception error, CancellationToken cancellationToken)
    {
        var report = ErrorReport.For(error);
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(report, ErrorJson.Default.ErrorReport));
        content.Headers.ContentType = new MediaTypeHeaderValue(ErrorContentType);
        var accepted = await PostAsync(call, content, report.ErrorType, cancellationToken).ConfigureAwait(false);
        try
        {
            using var status = JsonDocument.Parse(accepted);
        }
        catch (JsonException)
        {
            // The official package reads the answer, {"status":"OK"}, and does not outlive one that it cannot read.
            throw new RuntimeApiException(call, HttpStatusCode.InternalServerError);
        }
    }

    private async Task<string> PostAsync(string call, HttpContent content, string errorType, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(endpoint, call)) { Content = content };
        if (errorType is not null)
        {
            request.Headers.Add("Lambda-Runtime-Function-Error-Type", errorType);
        }

        using var reply = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        ThrowIfRefused(reply, call);
        return await reply.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
    }

    private static void ThrowIfRefused(HttpResponseMessage reply, string call)
    {
        if (!reply.IsSuccessStatusCode)
        {
            throw new RuntimeApiException(call, reply.StatusCode);
        }
    }
}
