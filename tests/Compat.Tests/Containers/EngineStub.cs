using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Formats.Tar;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RotationLambdas.Compat.Tests.Containers;

/// <summary>As much of the Docker Engine API as one container needs. Its PostgreSQL is ready at the second look.</summary>
internal sealed class EngineStub : IAsyncDisposable
{
    private readonly WebApplication _host;
    private int _looks;

    private EngineStub(WebApplication host) => _host = host;

    /// <summary>Method and path of every call, in order.</summary>
    internal ConcurrentQueue<string> Calls { get; } = [];

    internal JsonNode? Created { get; private set; }

    internal List<(string Name, string Content, UnixFileMode Mode)> Files { get; } = [];

    /// <summary>Whether the container ends as soon as it is started.</summary>
    internal bool Crashes { get; private init; }

    internal string DockerHost => _host.Urls.Single().Replace("http:", "tcp:");

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    internal static async Task<EngineStub> StartAsync(bool crashes = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = builder.Build();
        var stub = new EngineStub(host) { Crashes = crashes };
        host.Use(async (context, next) =>
        {
            stub.Calls.Enqueue($"{context.Request.Method} {context.Request.Path}");
            await next(context);
        });
        host.MapGet("/images/postgres:18/json", () => "{}");
        host.MapPost("/containers/create", (Delegate)stub.CreateAsync);
        host.MapPut("/containers/c1/archive", stub.PutAsync);
        host.MapPost("/containers/c1/start", () => Results.NoContent());
        host.MapPost("/containers/c1/stop", () => Results.NoContent());
        host.MapGet("/containers/c1/json", stub.Inspect);
        host.MapPost("/containers/c1/exec", () => """{"Id":"e1"}""");
        host.MapPost("/exec/e1/start", () => stub.Crashes ? Results.Problem("not running") : Streams("ready", "note"));
        host.MapGet("/exec/e1/json", () => $$"""{"ExitCode":{{(++stub._looks < 2 ? 1 : 0)}}}""");
        host.MapGet("/containers/c1/logs", () => Streams("out", "FATAL: no"));
        host.MapDelete("/containers/c1", () => Results.NoContent());
        await host.StartAsync();
        return stub;
    }

    private static IResult Streams(string output, string errors) =>
        Results.Bytes([.. Frame(1, output), .. Frame(2, errors)], "application/vnd.docker.multiplexed-stream");

    private static byte[] Frame(byte stream, string text)
    {
        var frame = new byte[8 + Encoding.UTF8.GetByteCount(text)];
        frame[0] = stream;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), frame.Length - 8);
        Encoding.UTF8.GetBytes(text, frame.AsSpan(8));
        return frame;
    }

    private async Task<string> CreateAsync(HttpContext context)
    {
        Created = await JsonNode.ParseAsync(context.Request.Body);
        return """{"Id":"c1"}""";
    }

    private async Task PutAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        body.Position = 0;
        await using var tar = new TarReader(body);
        while (await tar.GetNextEntryAsync(copyData: true) is { } entry)
        {
            using var content = new StreamReader(entry.DataStream!);
            Files.Add((entry.Name, await content.ReadToEndAsync(), entry.Mode));
        }
    }

    private string Inspect() =>
        $$"""
        {"Name":"/quiet","State":{"Status":"{{(Crashes ? "exited" : "running")}}"},
         "NetworkSettings":{"Ports":{"5432/tcp":[{"HostIp":"0.0.0.0","HostPort":"49153"}] } } }
        """;
}
