namespace RotationLambdas.Sandbox.Tests.Template;

/// <summary>Finds programs on the path.</summary>
internal static class Tool
{
    /// <summary>Why a test with this program cannot run, or <see langword="null"/>. In CI (CI=true) a missing program lets the test fail instead.</summary>
    public static string? Missing(string program) =>
        Environment.GetEnvironmentVariable("CI") == "true" || Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)))
            ? null
            : $"{program} is not on this machine's path.";
}
