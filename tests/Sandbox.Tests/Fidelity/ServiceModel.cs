using System.IO.Compression;

namespace RotationLambdas.Sandbox.Tests.Fidelity;

/// <summary>A service's own model, as the installed <c>aws</c> command line carries it: every operation with the shapes of its request,
/// answer and errors.</summary>
internal sealed class ServiceModel
{
    private readonly JsonObject _operations;
    private readonly JsonObject _shapes;

    private ServiceModel(JsonObject model) => (_operations, _shapes) = (model["operations"]!.AsObject(), model["shapes"]!.AsObject());

    public static ServiceModel Read(string folder, string service)
    {
        var newest = Directory.GetDirectories(Path.Combine(folder, service)).Order(StringComparer.Ordinal).Last();
        var plain = Path.Combine(newest, "service-2.json");
        using Stream file = File.OpenRead(File.Exists(plain) ? plain : plain + ".gz");
        using var json = File.Exists(plain) ? file : new GZipStream(file, CompressionMode.Decompress);
        return new ServiceModel(JsonNode.Parse(json)!.AsObject());
    }

    /// <summary>Asks Python, which the command line is written in, where the models are.</summary>
    /// <returns>The folder; <see langword="null"/> without one.</returns>
    public static async Task<string?> FindFolderAsync()
    {
        var python = await Command.RunAsync(
            "python3", ["-c", "import botocore, os; print(os.path.join(botocore.__path__[0], 'data'))"]);
        var path = python.Answer.Trim();
        return python.Code == 0 && Directory.Exists(path) ? path : null;
    }

    /// <summary>What is wrong with a request.</summary>
    /// <returns>A sentence a fault; none when it conforms.</returns>
    public IEnumerable<string> FaultsOfInput(string operation, JsonNode input) =>
        Faults(Shape(operation, "input"), input, operation + " input");

    /// <summary>What is wrong with an answer.</summary>
    /// <returns>A sentence a fault; none when it conforms.</returns>
    public IEnumerable<string> FaultsOfAnswer(string operation, JsonNode answer) => Faults(Shape(operation, "output"), answer, operation);

    public bool HasError(string operation, string code) =>
        _operations[operation]!["errors"]?.AsArray().Any(error => error!["shape"]!.GetValue<string>() == code) == true;

    private string? Shape(string operation, string direction) => _operations[operation]?[direction]?["shape"]?.GetValue<string>();

    private IEnumerable<string> Faults(string? shapeName, JsonNode? value, string at)
    {
        if (shapeName is null)
        {
            return value is JsonObject { Count: 0 } ? [] : [$"{at}: the model has nothing here"];
        }

        var shape = _shapes[shapeName]!;
        var type = shape["type"]!.GetValue<string>();
        return type switch
        {
            "structure" => value is JsonObject members ? Structure(shape, members, at) : [$"{at}: no object"],
            "list" =>
                value is JsonArray list
                ? list.SelectMany((item, index) => Faults(shape["member"]!["shape"]!.GetValue<string>(), item, $"{at}[{index}]"))
                : [$"{at}: no list"],
            "map" => value is JsonObject map
                ? map.SelectMany(entry => Faults(shape["value"]!["shape"]!.GetValue<string>(), entry.Value, $"{at}.{entry.Key}"))
                : [$"{at}: no map"],
            "string" => Kind(value, at, type, JsonValueKind.String).Concat(Enumeration(shape, value, at)),
            "blob" => Kind(value, at, type, JsonValueKind.String),
            "boolean" => Kind(value, at, type, JsonValueKind.True, JsonValueKind.False),
            "integer" or "long" =>
                value is JsonValue number && long.TryParse(number.ToJsonString(), out _) ? [] : [$"{at}: no whole number"],
            "double" or "float" or "timestamp" => Kind(value, at, type, JsonValueKind.Number),
            _ => [$"{at}: {type} is not known"],
        };
    }

    private IEnumerable<string> Structure(JsonNode shape, JsonObject value, string at)
    {
        var members = shape["members"]!.AsObject();
        var unknown = value.Where(member => !members.ContainsKey(member.Key))
            .Select(member => $"{at}.{member.Key}: the model has no such member");
        var missing = (shape["required"]?.AsArray() ?? []).Select(name => name!.GetValue<string>()).Where(name => value[name] is null)
            .Select(name => $"{at}.{name}: is required");
        var wrong = value.Where(member => members.ContainsKey(member.Key))
            .SelectMany(member => Faults(members[member.Key]!["shape"]!.GetValue<string>(), member.Value, $"{at}.{member.Key}"));
        return unknown.Concat(missing).Concat(wrong);
    }

    private static IEnumerable<string> Kind(JsonNode? value, string at, string type, params JsonValueKind[] kinds) =>
        value is not null && kinds.Contains(value.GetValueKind()) ? [] : [$"{at}: no {type}"];

    private static IEnumerable<string> Enumeration(JsonNode shape, JsonNode? value, string at) =>
        shape["enum"] is JsonArray allowed && value is JsonValue && !allowed.Any(one => one!.ToString() == value.ToString())
            ? [$"{at}: {value} is not one of the model's values"] : [];
}
