namespace RotationLambdas.Sandbox.Tests;

/// <summary>
/// A fact that needs a program on the path, and is reported as skipped where there is none. In CI (<c>CI=true</c>) nothing is left out: there the test
/// fails instead. Of the Python programs that imitate or drive AWS (<c>aws</c>, <c>moto_server</c>) this holds only where <c>REQUIRE_AWS_TOOLS=true</c>
/// says that they were installed.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolFactAttribute : FactAttribute
{
    private static readonly string[] AwsTools = ["aws", "moto_server"];

    public ToolFactAttribute(string program)
    {
        Program = program;
        Skip = IsThere(program) || IsRequired(program) ? null : $"{program} is not on this machine's path.";
    }

    /// <summary>The program.</summary>
    public string Program { get; }

    private static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static bool IsRequired(string program) => IsTrue("CI") && (!AwsTools.Contains(program) || IsTrue("REQUIRE_AWS_TOOLS"));

    private static bool IsTrue(string variable) => Environment.GetEnvironmentVariable(variable) == "true";
}
