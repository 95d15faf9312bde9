namespace RotationLambdas.Sandbox.Template;

public sealed class StackTemplate
{
    private readonly JsonObject _root;

    private StackTemplate(JsonObject root) => _root = root;

    /// <summary>The template with every short form written out, nothing resolved.</summary>
    public JsonObject Root => (JsonObject)_root.DeepClone();

    /// <summary>Reads a template file.</summary>
    /// <exception cref="TemplateException">It is not a template.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static StackTemplate Load(string path) => Parse(File.ReadAllText(path));

    /// <summary>Reads a template's text.</summary>
    /// <exception cref="TemplateException">It is not a template.</exception>
    public static StackTemplate Parse(string text) => new(TemplateYaml.Read(text));

    /// <summary>Works out what a deployment with these parameters comes to.</summary>
    /// <param name="settings">Where it would be deployed.</param>
    /// <param name="parameters">Values of parameters, lists separated by commas; the others take their defaults.</param>
    /// <exception cref="TemplateException">A parameter is missing or not allowed, a rule of the template is broken, or something in it is
    /// not known here.</exception>
    public Stack Resolve(StackSettings settings, IReadOnlyDictionary<string, string> parameters)
    {
        var values = new TemplateParameters(Section("Parameters"), parameters);
        var resources = FunctionGlobals.Applied(Section("Resources"), _root["Globals"]);
        ResourceIdentities? identities = null;
        var intrinsics = new Intrinsics(
            name => values.Find(name) ?? JsonText(settings.Pseudo(name) ?? identities!.Reference(name)),
            (id, attribute) => identities!.Attribute(id, attribute),
            name => _root["Conditions"]?[name]);
        identities = new ResourceIdentities(settings, resources, intrinsics.Resolve);

        CheckRules(intrinsics);
        var resolved = new JsonObject(resources
            .Where(resource => resource.Value!["Condition"] is not { } condition || intrinsics.Holds(Intrinsics.Text(condition)!))
            .Select(resource => KeyValuePair.Create(resource.Key, (JsonNode?)Resolved(resource.Value!.AsObject(), intrinsics))));
        var outputs = Section("Outputs")
            .Where(output => output.Value!["Condition"] is not { } condition || intrinsics.Holds(Intrinsics.Text(condition)!))
            .ToDictionary(output => output.Key, output => Intrinsics.Text(intrinsics.Resolve(output.Value!["Value"]))!);
        return new StackReader(settings, resolved, identities).Read(outputs);
    }

    private static JsonValue? JsonText(string? text) => text is null ? null : JsonValue.Create(text);

    private static JsonObject Resolved(JsonObject resource, Intrinsics intrinsics) => new JsonObject(resource
        .Where(member => member.Key is not ("Condition" or "DependsOn"))
        .Select(member => KeyValuePair.Create(member.Key, intrinsics.Resolve(member.Value))));

    private void CheckRules(Intrinsics intrinsics)
    {
        foreach (var (name, rule) in Section("Rules"))
        {
            if (rule!["RuleCondition"] is { } when && !Holds(intrinsics, when))
            {
                continue;
            }

            foreach (var assertion in rule["Assertions"]!.AsArray().Where(assertion => !Holds(intrinsics, assertion!["Assert"]!)))
            {
                throw new TemplateException($"Rule {name}: {Intrinsics.Text(assertion!["AssertDescription"])}");
            }
        }
    }

    private static bool Holds(Intrinsics intrinsics, JsonNode condition) => intrinsics.Resolve(condition)!.GetValue<bool>();

    private JsonObject Section(string name) => _root[name]?.AsObject() ?? [];
}

/// <summary>A template, or the parameters given for it, cannot be deployed. The message has the place and the reason.</summary>
public sealed class TemplateException(string message) : Exception(message);
