using System.Text.Json;
using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.SecretsManager.State;

/// <summary>
/// The secrets in a JSON file that only its owner may read. It is written anew beside the old one and put in its place, so that a reader, or a
/// program that was cut off, finds the old or the new but never half of one.
/// </summary>
internal sealed class StateFile(string path)
{
    private const int Version = 1;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>What the file holds; nothing when there is none yet.</summary>
    /// <exception cref="InvalidDataException">It is not what this program wrote.</exception>
    public IReadOnlyList<Secret> Load()
    {
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            var state = JsonNode.Parse(File.ReadAllText(path))!;
            return state["version"]!.GetValue<int>() == Version
                ? [.. state["secrets"]!.AsArray().Select(secret => SecretJson.Read(secret!.AsObject()))]
                : throw new InvalidDataException($"The state file {path} was written by another version of this program. Remove it or name another file.");
        }
        catch (Exception error) when (error is JsonException or NullReferenceException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"The state file {path} is not what the sandbox writes. Remove it or name another file.", error);
        }
    }

    /// <summary>Writes everything.</summary>
    public void Save(IEnumerable<Secret> secrets)
    {
        var state = new JsonObject { ["version"] = Version, ["secrets"] = new JsonArray([.. secrets.Select(SecretJson.Write)]) };
        var draft = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new StreamWriter(draft, options))
        {
            file.Write(state.ToJsonString(Indented));
        }

        File.Move(draft, path, overwrite: true);
    }
}
