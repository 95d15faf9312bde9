using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Hosting;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.ScaleSimulation.Aws;

/// <summary>The wire between a function's AWS clients and the sandbox, without a network: a call takes <paramref name="latency"/> of simulated time.</summary>
internal sealed class InProcessAws(SandboxHost sandbox, string function, TimeSpan latency) : HttpMessageHandler
{
    private readonly Caller _caller = new("AKIASIMULATED", function, $"arn:aws:sts::{sandbox.Options.AccountId}:assumed-role/{function}/{function}");

    /// <summary>Makes a call as the function, without a client.</summary>
    /// <exception cref="AwsServiceException">The error that the call is answered with.</exception>
    public async Task<JsonNode> CallAsync(string service, string operation, JsonObject input, CancellationToken cancellationToken = default)
    {
        await Task.Delay(latency, sandbox.Options.TimeProvider, cancellationToken);
        return await sandbox.CallAsync(new AwsCall(service, operation, input, _caller, cancellationToken));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var target = request.Headers.GetValues("X-Amz-Target").Single();
        var dot = target.LastIndexOf('.');
        var input = JsonNode.Parse(await request.Content!.ReadAsByteArrayAsync(cancellationToken))!.AsObject();
        try
        {
            return Response(HttpStatusCode.OK, await CallAsync(target[..dot], target[(dot + 1)..], input, cancellationToken));
        }
        catch (AwsServiceException error)
        {
            var response = Response((HttpStatusCode)error.Status, new JsonObject { ["__type"] = error.Code, ["message"] = error.Message });
            response.Headers.Add("x-amzn-errortype", error.Code);
            return response;
        }
    }

    private static HttpResponseMessage Response(HttpStatusCode status, JsonNode body)
    {
        var content = new StringContent(body.ToJsonString());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        var response = new HttpResponseMessage(status) { Content = content };
        response.Headers.Add("x-amzn-requestid", "simulated");
        return response;
    }
}
