namespace RotationLambdas.EcsRedeployment.Tests;

/// <summary>Validates events against docs/reference/events, as far as those schemas use JSON Schema.</summary>
internal static class EventSchema
{
    private static readonly JsonNode Secret = Load("secret-consumers-status.schema.json");
    private static readonly JsonNode Service = Load("service.schema.json");

    public static IReadOnlyList<string> Problems(string detailType, JsonNode detail)
    {
        var problems = new List<string>();
        Check(detailType == OutcomeEvent.SecretStatus ? Secret : Service, detail, "$", problems);
        return problems;
    }

    private static void Check(JsonNode schema, JsonNode value, string path, List<string> problems)
    {
        if (schema["enum"] is JsonArray allowed && !allowed.Any(one => one!.GetValue<string>() == value.GetValue<string>()))
        {
            problems.Add($"{path}: {value}");
        }

        var kind = value.GetValueKind().ToString();
        var fits = schema["type"]?.GetValue<string>() switch
        {
            "object" => kind == "Object",
            "array" => kind == "Array",
            "string" => kind == "String",
            "boolean" => kind is "True" or "False",
            "integer" or "number" => kind == "Number",
            _ => true,
        };
        if (!fits)
        {
            problems.Add($"{path} is a {kind}");
        }
        else if (value is JsonObject members)
        {
            problems.AddRange(
                schema["required"]!.AsArray().Where(name => !members.ContainsKey(name!.GetValue<string>()))
                    .Select(name => $"{path}.{name} is missing"));
            foreach (var (name, member) in members)
            {
                if (schema["properties"]![name] is not { } property || member is null)
                {
                    problems.Add($"{path}.{name} is unknown or null");
                    continue;
                }

                Check(property, member, $"{path}.{name}", problems);
            }
        }
        else if (value is JsonArray items)
        {
            items.ToList().ForEach(item => Check(schema["items"]!, item!, $"{path}[]", problems));
        }
    }

    private static JsonNode Load(string name) => JsonNode.Parse(File.ReadAllText(Repository.PathOf("docs", "reference", "events", name)))!;
}
