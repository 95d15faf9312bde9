namespace RotationLambdas.Compat.Tests.OfficialSurface;

/// <summary>Writes C# with the signatures of a listing and no bodies, for a reference assembly of the official package.</summary>
internal static partial class ReferenceSource
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Net;
        using System.Net.Http;
        using System.Text;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Threading;
        using System.Threading.Tasks;
        using Amazon;
        using Amazon.Runtime;
        using Amazon.Runtime.Documents;
        using Amazon.Runtime.Endpoints;
        using Amazon.Runtime.Internal;
        """;

    // Members of ILambdaLogger and ILambdaContext that implementers must write themselves; all others have a default.
    private static readonly string[] Abstract =
    [
        "void Log(string)", "void LogLine(string)", "IClientContext ClientContext { get; }", "ICognitoIdentity Identity { get; }",
        "ILambdaLogger Logger { get; }", "TimeSpan RemainingTime { get; }", "int MemoryLimitInMB { get; }", "string AwsRequestId { get; }",
        "string FunctionName { get; }", "string FunctionVersion { get; }", "string InvokedFunctionArn { get; }",
        "string LogGroupName { get; }", "string LogStreamName { get; }",
    ];

    /// <summary>The source of a package's listing.</summary>
    /// <param name="listing">The listing's lines.</param>
    /// <param name="namespaces">Namespaces of the packages that it needs.</param>
    internal static string Of(IEnumerable<string> listing, params string[] namespaces)
    {
        var source = new StringBuilder(Usings).AppendLine();
        var types = Types(listing);
        foreach (var name in namespaces.Concat(types.Select(type => type.Namespace)).Distinct())
        {
            source.AppendLine($"using {name};");
        }

        foreach (var (space, name, members) in types)
        {
            source.AppendLine($"namespace {space} {{ {Type(name, members)} }}");
        }

        return source.ToString();
    }

    private static List<(string Namespace, string Name, List<string> Members)> Types(IEnumerable<string> listing)
    {
        var types = new List<(string Namespace, string Name, List<string> Members)>();
        foreach (var line in listing.Where(line => line.Length > 0 && !line.StartsWith('#')))
        {
            if (char.IsWhiteSpace(line[0]))
            {
                types[^1].Members.Add(line.Trim());
            }
            else
            {
                var dot = line.LastIndexOf('.');
                types.Add((line[..dot], line[(dot + 1)..].Trim(), []));
            }
        }

        return types;
    }

    private static string Type(string name, List<string> members)
    {
        if (members.Find(member => InvokePattern().IsMatch(member)) is { } invoke)
        {
            var match = InvokePattern().Match(invoke);
            return $"public delegate {match.Groups[1].Value} {name}({ReferenceMember.Parameters(match.Groups[2].Value)});";
        }

        if (members.Exists(member => ConstantPattern().IsMatch(member)))
        {
            return $"public enum {name} {{ {string.Join(", ", members)} }}";
        }

        var isInterface = name.Length > 1 && name[0] == 'I' && char.IsAsciiLetterUpper(name[1]);
        var simple = name.Split('`')[0];
        var body = isInterface
            ? members.Select(member => ReferenceMember.OfInterface(
                member, hasDefault: simple is "ILambdaContext" or "ILambdaLogger" && !Abstract.Contains(member)))
            : members.Select(member => ReferenceMember.OfClass(simple, member));
        var constructor = isInterface || members.Exists(member => member.Contains(".ctor(")) ? "" : $"internal {simple}() {{ }}";
        var parameter = name.EndsWith("`1") ? "<TSGContext>" : "";
        var constraint = parameter.Length > 0 ? " where TSGContext : JsonSerializerContext" : "";
        return $"public {(isInterface ? "interface" : "class")} {simple}{parameter}{ReferenceBase.Of(simple, members)}{constraint}"
            + $" {{ {constructor} {string.Join(' ', body)} {ReferenceBase.Members(simple)} }}";
    }

    [GeneratedRegex(@"^(.+) Invoke\((.*)\)$")]
    private static partial Regex InvokePattern();

    [GeneratedRegex(@"^\w+ = -?\d+$")]
    private static partial Regex ConstantPattern();
}
