using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RotationLambdas.Sandbox.Template;

/// <summary>Reads YAML as CloudFormation does: JSON with the short forms of its functions (<c>!Ref</c>, <c>!Sub</c>, ...) written out (AWS
/// CloudFormation User Guide, "Intrinsic function reference").</summary>
internal static class TemplateYaml
{
    public static JsonObject Read(string text)
    {
        var stream = new YamlStream();
        try
        {
            using var reader = new StringReader(text);
            stream.Load(reader);
        }
        catch (YamlException e)
        {
            throw new TemplateException($"The template is not YAML: {e.Message}");
        }

        return stream.Documents is [{ RootNode: YamlMappingNode root }]
            ? (JsonObject)Convert(root)!
            : throw new TemplateException("The template is not one YAML mapping.");
    }

    private static JsonNode? Convert(YamlNode node)
    {
        JsonNode? value = node switch
        {
            YamlMappingNode mapping => Mapping(mapping),
            YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Convert)]),
            YamlScalarNode scalar => Scalar(scalar),
            _ => throw new TemplateException($"Line {node.Start.Line}: YAML that CloudFormation has no use for."),
        };
        return node.Tag.IsEmpty || !node.Tag.Value.StartsWith('!') || node.Tag.IsNonSpecific ? value : Function(node.Tag.Value[1..], value);
    }

    private static JsonObject Mapping(YamlMappingNode mapping)
    {
        var result = new JsonObject();
        foreach (var (key, value) in mapping.Children)
        {
            var name = ((YamlScalarNode)key).Value!;
            if (!result.TryAdd(name, Convert(value)))
            {
                throw new TemplateException($"Line {key.Start.Line}: {name} stands there twice.");
            }
        }

        return result;
    }

    private static JsonValue? Scalar(YamlScalarNode scalar)
    {
        var text = scalar.Value ?? string.Empty;
        if (scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any) || !scalar.Tag.IsEmpty)
        {
            return JsonValue.Create(text);
        }

        return text switch
        {
            "" or "~" or "null" => null,
            "true" => JsonValue.Create(true),
            "false" => JsonValue.Create(false),
            _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) =>
                JsonValue.Create(number),
            _ => JsonValue.Create(text),
        };
    }

    private static JsonObject Function(string name, JsonNode? value) => name switch
    {
        "Ref" or "Condition" => new JsonObject { [name] = value },
        "GetAtt" when value is JsonValue text && text.GetValue<string>().Split('.', 2) is [var resource, var attribute]
            => new JsonObject { ["Fn::GetAtt"] = new JsonArray(resource, attribute) },
        _ => new JsonObject { ["Fn::" + name] = value },
    };
}
