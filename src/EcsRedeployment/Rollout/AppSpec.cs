namespace RotationLambdas.EcsRedeployment.Rollout;

/// <summary>The AppSpec of an Amazon ECS deployment in CodeDeploy, JSON or YAML. It is kept as it is but for the task definition: what an
/// AppSpec leaves out changes the service, and its hooks are nowhere else (CodeDeploy User Guide, "AppSpec 'resources'
/// section").</summary>
internal static partial class AppSpec
{
    /// <summary>The same AppSpec with the task definition that runs.</summary>
    /// <param name="content">The AppSpec.</param>
    /// <param name="taskDefinition">The ARN of the revision that runs: without a revision ECS would take the newest.</param>
    /// <param name="problem">Why the AppSpec cannot be used, a sentence; null when it can.</param>
    public static string With(string content, string taskDefinition, out string? problem)
    {
        var definitions = TaskDefinition().Matches(content);
        problem = definitions.Count != 1 ? "It does not name exactly one task definition."
            : !PlatformVersion().IsMatch(content) ? "It names no platform version, so that the deployment could change it to LATEST."
            : null;
        return problem is not null ? content
            : string.Concat(content.AsSpan(0, definitions[0].Groups["value"].Index), taskDefinition,
                content.AsSpan(definitions[0].Groups["value"].Index + definitions[0].Groups["value"].Length));
    }

    /// <summary>A key at the beginning of a line of YAML or behind `{` or `,` of JSON, and its scalar without quotes.</summary>
    [GeneratedRegex("""(?<=^|[{,\n])[ \t\r\n-]*["']?TaskDefinition["']?[ \t]*:[ \t]*["']?(?<value>[^"',}\s#]+)""",
        RegexOptions.CultureInvariant)]
    private static partial Regex TaskDefinition();

    [GeneratedRegex("""(?<=^|[{,\n])[ \t\r\n-]*["']?PlatformVersion["']?[ \t]*:[ \t]*["']?(?!null|["',}\s#])""",
        RegexOptions.CultureInvariant)]
    private static partial Regex PlatformVersion();
}
