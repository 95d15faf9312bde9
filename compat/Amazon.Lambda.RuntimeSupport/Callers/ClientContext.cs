using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport.Callers;

/// <summary>The client context header, a JSON object.</summary>
internal sealed class ClientContext(JsonElement json) : IClientContext
{
    public IDictionary<string, string> Environment => json.Map("env");

    public IClientApplication Client => json.TryGetProperty("client", out var client) ? new ClientApplication(client) : null;

    public IDictionary<string, string> Custom => json.Map("custom");

    internal static ClientContext Parse(string header) => HeaderJson.Parse(header) is { } json ? new ClientContext(json) : null;
}
