using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RotationLambdas.Compat.Tests.Runtime;

/// <summary>A Lambda Runtime API for one function, at an address that has a path of its own.</summary>
internal sealed class RuntimeApiStub : IAsyncDisposable
{
    internal const string Path = "/functions/tiny";

    private const string Base = Path + "/2018-06-01/runtime";

    private readonly WebApplication _host;
    private readonly Channel<string> _events = Channel.CreateUnbounded<string>();
    private readonly Channel<Posted> _posted = Channel.CreateUnbounded<Posted>();
    private int _invocations;

    private RuntimeApiStub(WebApplication host) => _host = host;

    internal string Acceptance { get; set; } = """{"status":"OK"}""";

    internal string Address => new Uri(_host.Urls.Single()).Authority + Path;

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    internal static async Task<RuntimeApiStub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = builder.Build();
        var stub = new RuntimeApiStub(host);
        host.MapGet(Base + "/invocation/next", stub.NextAsync);
        host.MapPost(Base + "/{**call}", stub.TakeAsync);
        await host.StartAsync();
        return stub;
    }

    /// <summary>Gives the function an event, and returns what it posted in answer.</summary>
    internal async Task<Posted> InvokeAsync(string json)
    {
        await _events.Writer.WriteAsync(json);
        return await NextPostAsync();
    }

    internal async Task<Posted> NextPostAsync() => await _posted.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));

    private async Task NextAsync(HttpContext context)
    {
        var json = await _events.Reader.ReadAsync(context.RequestAborted);
        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = $"request-{++_invocations}";
        headers["Lambda-Runtime-Deadline-Ms"] = DateTimeOffset.UtcNow.AddSeconds(30).ToUnixTimeMilliseconds().ToString();
        headers["Lambda-Runtime-Trace-Id"] = "Root=1-5759e988-bd862e3fe1be46a994272793";
        await context.Response.WriteAsync(json, context.RequestAborted);
    }

    private async Task TakeAsync(HttpContext context, string call)
    {
        var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var errorType = context.Request.Headers["Lambda-Runtime-Function-Error-Type"].ToString();
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        await context.Response.WriteAsync(Acceptance, context.RequestAborted);
        await _posted.Writer.WriteAsync(new Posted(call, body!, errorType), context.RequestAborted);
    }

    /// <summary>What the function posted: the call behind "runtime/", its JSON, and the error type header.</summary>
    internal sealed record Posted(string Call, JsonNode Body, string ErrorType);
}
