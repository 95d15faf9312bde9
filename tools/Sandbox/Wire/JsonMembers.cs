namespace RotationLambdas.Sandbox.Wire;

internal static class JsonMembers
{
    /// <summary>Leaves out what has no value, as the services do.</summary>
    public static JsonObject WithoutNulls(this JsonObject json)
    {
        foreach (var (name, _) in json.Where(static member => member.Value is null).ToList())
        {
            json.Remove(name);
        }

        return json;
    }

    /// <summary>Adds copies of members; one that is there already is replaced.</summary>
    public static JsonObject With(this JsonObject json, IEnumerable<KeyValuePair<string, JsonNode?>> members)
    {
        foreach (var (name, value) in members)
        {
            json[name] = value?.DeepClone();
        }

        return json;
    }
}
