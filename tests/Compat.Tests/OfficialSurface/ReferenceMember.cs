using System.Text.RegularExpressions;

namespace RotationLambdas.Compat.Tests.OfficialSurface;

/// <summary>Turns a listing's line into a member without a body.</summary>
internal static partial class ReferenceMember
{
    internal static string OfInterface(string line, bool hasDefault) => line switch
    {
        _ when PropertyPattern().Match(line) is { Success: true } property => hasDefault
            ? $"{property.Groups["type"].Value} {property.Groups["name"].Value} => throw null;"
            : line,
        _ when MethodPattern().Match(line) is { Success: true } method => Signature(method) + (hasDefault ? " => throw null;" : ";"),
        _ => throw new FormatException($"The listing has '{line}', which is not a member of an interface."),
    };

    internal static string OfClass(string type, string line)
    {
        var access = line.StartsWith("protected ") ? "protected" : "public";
        var member = line.StartsWith("protected ") ? line["protected ".Length..] : line;
        if (member.StartsWith(".ctor("))
        {
            var isConstant = member == ".ctor(string)" && !type.EndsWith("Exception");
            var parameters = Parameters(member[".ctor(".Length..^1]);
            return $"{access} {type}({parameters}){ReferenceBase.Call(type, isConstant)} {{ }}";
        }

        if (member.StartsWith("static implicit "))
        {
            return $"public static implicit operator {type}(string value) => throw null;";
        }

        if (member.StartsWith("static readonly "))
        {
            return $"public {member};";
        }

        if (member.StartsWith("const "))
        {
            return $"public {member} = default;";
        }

        if (PropertyPattern().Match(member) is { Success: true } property)
        {
            var set = property.Groups["accessors"].Value.Contains("set;") ? " set { }" : "";
            return $"{access} {property.Groups["static"].Value}{property.Groups["type"].Value} {property.Groups["name"].Value}"
                + $" {{ get => throw null;{set} }}";
        }

        return MethodPattern().Match(member) is { Success: true } method
            ? $"{access} {(member.StartsWith("static ") ? "" : "virtual ")}{Signature(method)} => throw null;"
            : throw new FormatException($"The listing has '{line}', which is not a member of a class.");
    }

    /// <summary>Parameters with names; those that are optional in every official package are so here.</summary>
    internal static string Parameters(string types)
    {
        var parts = Split(types);
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

    // Splits at commas, but not at those between the arguments of a generic type.
    private static List<string> Split(string types)
    {
        var parts = new List<string>();
        var (start, depth) = (0, 0);
        for (var i = 0; i <= types.Length; i++)
        {
            if (i == types.Length || (types[i] == ',' && depth == 0))
            {
                parts.Add(types[start..i].Trim());
                start = i + 1;
                continue;
            }

            depth += types[i] is '<' ? 1 : types[i] is '>' ? -1 : 0;
        }

        return [.. parts.Where(part => part.Length > 0)];
    }

    private static string Signature(Match method) =>
        $"{method.Groups["static"].Value}{method.Groups["type"].Value} {method.Groups["name"].Value}"
        + $"({Parameters(method.Groups["parameters"].Value)})";

    [GeneratedRegex(@"^(?<static>static )?(?<type>\S.*?) (?<name>\w+) \{ (?<accessors>.*) \}$")]
    private static partial Regex PropertyPattern();

    [GeneratedRegex(@"^(?<static>static )?(?<type>\S.*?) (?<name>\w+(<[^(]*>)?)\((?<parameters>.*)\)$")]
    private static partial Regex MethodPattern();
}
