namespace RotationLambdas.Sandbox.Template;

/// <summary>The template's parameters with the values of one deployment: the ones given, otherwise the defaults, checked as
/// CloudFormation checks them.</summary>
internal sealed class TemplateParameters
{
    private readonly Dictionary<string, JsonNode> _values = new(StringComparer.Ordinal);

    public TemplateParameters(JsonObject definitions, IReadOnlyDictionary<string, string> given)
    {
        foreach (var name in given.Keys)
        {
            if (!definitions.ContainsKey(name))
            {
                throw new TemplateException($"Parameters: [{name}] do not exist in the template");
            }
        }

        foreach (var (name, definition) in definitions)
        {
            var value = given.GetValueOrDefault(name) ?? Text(definition!["Default"])
                ?? throw new TemplateException($"Parameters: [{name}] must have values");
            Check(name, value, definition!.AsObject());
            _values[name] = IsList(definition)
                ? new JsonArray([.. value.Split(',').Select(part => JsonValue.Create(part.Trim()))]) : JsonValue.Create(value);
        }
    }

    public JsonNode? Find(string name) => _values.GetValueOrDefault(name)?.DeepClone();

    private static bool IsList(JsonNode definition) =>
        Text(definition["Type"]) is var type && (type == "CommaDelimitedList" || type!.StartsWith("List<", StringComparison.Ordinal));

    private static void Check(string name, string value, JsonObject definition)
    {
        if (definition["AllowedValues"] is JsonArray allowed && !allowed.Any(one => Text(one) == value))
        {
            throw new TemplateException(
                $"Parameter '{name}' must be one of AllowedValues: {string.Join(", ", allowed.Select(Text))}. It is '{value}'.");
        }

        if (Text(definition["AllowedPattern"]) is { } pattern
            && !Regex.IsMatch(value, $"^(?:{pattern})$", RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            throw new TemplateException(
                $"Parameter '{name}' {Text(definition["ConstraintDescription"]) ?? $"must match pattern {pattern}"}. It is '{value}'.");
        }

        if (Text(definition["MaxLength"]) is { } longest && value.Length > int.Parse(longest, CultureInfo.InvariantCulture))
        {
            throw new TemplateException($"Parameter '{name}' must contain at most {longest} characters.");
        }

        if (Text(definition["Type"]) == "Number")
        {
            CheckNumber(name, value, definition);
        }
    }

    private static void CheckNumber(string name, string value, JsonObject definition)
    {
        if (!decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
        {
            throw new TemplateException($"Parameter '{name}' must be a number. It is '{value}'.");
        }

        var least = Text(definition["MinValue"]);
        var most = Text(definition["MaxValue"]);
        if ((least is not null && number < decimal.Parse(least, CultureInfo.InvariantCulture))
            || (most is not null && number > decimal.Parse(most, CultureInfo.InvariantCulture)))
        {
            throw new TemplateException($"Parameter '{name}' must be a number from {least} to {most}. It is {value}.");
        }
    }

    private static string? Text(JsonNode? node) => Intrinsics.Text(node);
}
