namespace RotationLambdas.Support;

internal static class Tool
{
    /// <summary>Where a program is on PATH; null when it is not.</summary>
    public static string? PathOf(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);

    /// <summary>Why a test that needs the program is not run: null when the program is there, and in CI, where a test that cannot run has
    /// to fail.</summary>
    public static string? WhyNot(string program) =>
        PathOf(program) is not null || Environment.GetEnvironmentVariable("CI") == "true" ? null : $"{program} is not on PATH.";
}
