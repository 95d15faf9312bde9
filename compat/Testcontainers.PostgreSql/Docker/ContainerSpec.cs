using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace DotNet.Testcontainers.Docker;

/// <summary>What a container is to be, as the Docker Engine API's "Create a container" takes it.</summary>
internal sealed record ContainerSpec(string Image)
{
    internal string Name { get; init; }

    internal string Hostname { get; init; }

    internal ImmutableArray<string> Entrypoint { get; init; } = [];

    internal ImmutableArray<string> Command { get; init; } = [];

    internal ImmutableDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

    internal ImmutableDictionary<string, string> Labels { get; init; } =
        ImmutableDictionary<string, string>.Empty.Add("org.testcontainers", "true").Add("org.testcontainers.lang", "dotnet");

    internal ImmutableArray<PortBinding> Ports { get; init; } = [];

    internal ImmutableArray<string> Binds { get; init; } = [];

    internal ImmutableArray<FileToCopy> Files { get; init; } = [];

    internal static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    internal ContainerSpec With(string variable, string value) => this with { Environment = Environment.SetItem(variable, value) };

    /// <summary>Binds a port, in place of an earlier binding of it.</summary>
    internal ContainerSpec With(PortBinding port) =>
        this with { Ports = [.. Ports.Where(other => other.ContainerPort != port.ContainerPort), port] };

    internal JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["Image"] = Image,
            ["Hostname"] = Hostname,
            ["Cmd"] = Texts(Command),
            ["Env"] = Texts(Environment.Select(variable => $"{variable.Key}={variable.Value}")),
            ["Labels"] = new JsonObject(Labels.Select(label => KeyValuePair.Create(label.Key, (JsonNode)label.Value))),
            ["ExposedPorts"] = new JsonObject(Ports.Select(port => KeyValuePair.Create(port.ContainerPort, (JsonNode)new JsonObject()))),
            ["HostConfig"] = new JsonObject
            {
                ["Binds"] = Texts(Binds),
                ["PortBindings"] = new JsonObject(Ports.Select(port => KeyValuePair.Create(port.ContainerPort, (JsonNode)Binding(port)))),
            },
        };
        if (!Entrypoint.IsEmpty)
        {
            json["Entrypoint"] = Texts(Entrypoint);
        }

        return json;
    }

    private static JsonArray Binding(PortBinding port) => new JsonArray(new JsonObject { ["HostPort"] = port.HostPort });
}
