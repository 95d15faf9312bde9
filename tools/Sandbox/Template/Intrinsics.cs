namespace RotationLambdas.Sandbox.Template;

/// <summary>Works out CloudFormation's functions, those that are refused excepted: a function that is not here is an error, never passed
/// through. (AWS CloudFormation User Guide, "Intrinsic function reference".)</summary>
/// <param name="reference">The value of <c>Ref</c>: a parameter's, a pseudo parameter's or a resource's; <see langword="null"/> for
/// none.</param>
/// <param name="attribute">The value of <c>Fn::GetAtt</c>; <see langword="null"/> for none.</param>
/// <param name="condition">The definition of a named condition; <see langword="null"/> for none.</param>
internal sealed partial class Intrinsics(
    Func<string, JsonNode?> reference, Func<string, string, string?> attribute, Func<string, JsonNode?> condition)
{
    private const string NoValue = "AWS::NoValue";

    /// <summary>A scalar as the text that CloudFormation makes of it; <see langword="null"/> for null.</summary>
    public static string? Text(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>() ? "true" : "false",
        JsonValue value => value.ToJsonString(),
        _ => throw new TemplateException($"A text is expected where there is {node.ToJsonString()}"),
    };

    /// <summary>The node with every function in it worked out. <see langword="null"/> for AWS::NoValue, which takes its member or element
    /// with it.</summary>
    public JsonNode? Resolve(JsonNode? node) => node switch
    {
        JsonArray array => new JsonArray([.. array.Select(Resolve).Where(one => one is not null)]),
        JsonObject { Count: 1 } single when single.First() is var (name, argument) && IsFunction(name) => Call(name, argument),
        JsonObject members => new JsonObject(members
            .Select(member => KeyValuePair.Create(member.Key, Resolve(member.Value)))
            .Where(member => member.Value is not null)),
        null => null,
        _ => node.DeepClone(),
    };

    public bool Holds(string name) =>
        Truth(condition(name) ?? throw new TemplateException($"There is no condition {name}."));

    private static bool IsFunction(string name) => name is "Ref" or "Condition" || name.StartsWith("Fn::", StringComparison.Ordinal);

    private JsonNode? Call(string name, JsonNode? argument) => name switch
    {
        "Ref" => Text(argument) is var target && target == NoValue ? null : reference(target!)
            ?? throw new TemplateException($"Ref: there is no {target}."),
        "Fn::GetAtt" when Text(argument![1]) == "DnsEntries" => new JsonArray(Attribute(argument.AsArray())),
        "Fn::GetAtt" => Attribute(argument!.AsArray()),
        "Fn::Sub" => Substitute(argument),
        "Fn::If" => Resolve(Holds(Text(argument![0])!) ? argument[1] : argument[2]),
        "Fn::Join" => string.Join(Text(argument![0]), List(argument[1]).Select(Text)),
        "Fn::Split" => new JsonArray([.. Text(Resolve(argument![1]))!.Split(Text(argument[0])).Select(part => JsonValue.Create(part))]),
        "Fn::Select" => List(argument![1])[int.Parse(Text(Resolve(argument[0]))!, CultureInfo.InvariantCulture)]?.DeepClone(),
        "Condition" or "Fn::Equals" or "Fn::Not" or "Fn::And" or "Fn::Or" => Truth(new JsonObject { [name] = argument?.DeepClone() }),
        _ => throw new TemplateException($"{name} is not among the functions that the sandbox works out."),
    };

    private bool Truth(JsonNode? node)
    {
        var (name, argument) = node!.AsObject().Single();
        return name switch
        {
            "Condition" => Holds(Text(argument)!),
            "Fn::Equals" => Text(Resolve(argument![0])) == Text(Resolve(argument[1])),
            "Fn::Not" => !Truth(argument![0]),
            "Fn::And" => argument!.AsArray().All(Truth),
            "Fn::Or" => argument!.AsArray().Any(Truth),
            _ => throw new TemplateException($"{name} is not a condition."),
        };
    }

    private JsonArray List(JsonNode? node) =>
        Resolve(node) as JsonArray ?? throw new TemplateException($"A list is expected where there is {node?.ToJsonString()}");

    private string Attribute(JsonArray path) =>
        attribute(Text(path[0])!, Text(path[1])!)
            ?? throw new TemplateException($"Fn::GetAtt: there is no {Text(path[0])}.{Text(path[1])}.");

    private string Substitute(JsonNode? argument)
    {
        var names = (argument as JsonArray)?[1]?.AsObject();
        return Variable().Replace(Text(argument is JsonArray withNames ? withNames[0] : argument)!, match =>
            match.Groups[1].Value is ['!', .. var literal] ? $"${{{literal}}}" : Named(match.Groups[1].Value, names));
    }

    private string Named(string name, JsonObject? names) => names?[name] is { } given
        ? Text(Resolve(given))!
        : Text(name.Split('.', 2) is [var resource, var member]
            ? attribute(resource, member) ?? throw new TemplateException($"Fn::Sub: there is no {name}.")
            : reference(name) ?? throw new TemplateException($"Fn::Sub: there is no {name}."))!;

    [GeneratedRegex(@"\$\{([^}]*)\}")]
    private static partial Regex Variable();
}
