namespace RotationLambdas.Compat.Tests.OfficialSurface;

/// <summary>Turns a listing's line into a member without a body.</summary>
internal static partial class ReferenceMember
{
    internal static string OfInterface(string line, bool hasDefault) => (line.EndsWith('}'), hasDefault) switch
    {
        (true, true) => line[..line.IndexOf(" {")] + " => throw null;",
        (true, false) => line,
        (false, _) => Method(line, hasDefault ? " => throw null;" : ";"),
    };

    internal static string OfClass(string type, string line)
    {
        var member = line.StartsWith("protected ") ? line["protected ".Length..] : line;
        return (line == member ? "public " : "protected ") + member switch
        {
            _ when member.StartsWith(".ctor(") =>
                $"{type}({Parameters(member[".ctor(".Length..^1])}){ReferenceBase.Call(type, member)} {{ }}",
            _ when member.StartsWith("static implicit ") => $"static implicit operator {type}(string value) => throw null;",
            _ when member.StartsWith("static readonly ") => $"{member};",
            _ when member.StartsWith("const ") => $"{member} = default;",
            _ when member.EndsWith('}') => member,
            _ => (member.StartsWith("static ") ? "" : "virtual ") + Method(member, " => throw null;"),
        };
    }

    /// <summary>Parameters with names; those that are optional in every official package are so here.</summary>
    internal static string Parameters(string types)
    {
        var parts = ParameterPattern().Matches(types).Select(part => part.Value.Trim()).ToList();
        return string.Join(", ", parts.Select((type, index) => type switch
        {
            "CancellationToken" => "CancellationToken cancellationToken = default",
            "object[]" => "params object[] args",
            "LambdaBootstrapInitializer" when index > 0 => $"{type} initializer = null",
            "Action<LambdaBootstrapOptions>" => $"{type} options = null",
            _ when type.StartsWith("Action<Json") && parts[0] == "TSGContext" => $"{type} customizer{index} = null",
            _ => $"{type} p{index}",
        }));
    }

    private static string Method(string line, string body) => MethodPattern().Match(line) is { Success: true } method
        ? $"{method.Groups[1].Value}({Parameters(method.Groups[2].Value)}){body}"
        : throw new FormatException($"The listing has '{line}', which is not a member.");

    [GeneratedRegex(@"^(\S.* \w+(?:<[^(]*>)?)\((.*)\)$")]
    private static partial Regex MethodPattern();

    // Up to a comma, but not one between the arguments of a generic type.
    [GeneratedRegex("(?:[^,<>]|<(?:[^<>]|<(?:[^<>]|<[^<>]*>)*>)*>)+")]
    private static partial Regex ParameterPattern();
}
