namespace RotationLambdas.Sandbox.Template;

/// <summary>Puts the section Globals into the functions, as SAM does: objects are merged, lists are joined, anything else a function's own
/// value wins (AWS SAM Developer Guide, "Globals section of the AWS SAM template").</summary>
internal static class FunctionGlobals
{
    public static JsonObject Applied(JsonObject resources, JsonNode? globals)
    {
        var result = (JsonObject)resources.DeepClone();
        if (globals?["Function"] is not JsonObject shared)
        {
            return result;
        }

        foreach (var (_, resource) in result.Where(one => Intrinsics.Text(one.Value!["Type"]) == "AWS::Serverless::Function").ToList())
        {
            resource!["Properties"] = Merged(shared, resource["Properties"]);
        }

        return result;
    }

    private static JsonNode? Merged(JsonNode? shared, JsonNode? own) => (shared, own) switch
    {
        (_, null) => shared?.DeepClone(),
        (JsonObject left, JsonObject right) when !IsFunction(left) && !IsFunction(right) => new JsonObject(left.Select(one => one.Key)
            .Union(right.Select(one => one.Key))
            .Select(key => KeyValuePair.Create(key, Merged(left[key], right[key])))),
        (JsonArray left, JsonArray right) => new JsonArray([.. left.Concat(right).Select(one => one?.DeepClone())]),
        _ => own.DeepClone(),
    };

    private static bool IsFunction(JsonObject node) =>
        node.Count == 1 && (node.ContainsKey("Ref") || node.First().Key.StartsWith("Fn::", StringComparison.Ordinal));
}
