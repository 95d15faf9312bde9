namespace RotationLambdas.Sandbox.Tests;

/// <summary>A fact that needs a program of this machine, and is reported as skipped where there is none.</summary>
/// <param name="tool">The program, looked for on PATH.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolFactAttribute(string tool) : FactAttribute
{
    /// <summary>The program.</summary>
    public string Tool { get; } = tool;

    /// <inheritdoc/>
    public override string? Skip
    {
        get => Find(Tool) is null ? $"{Tool} is not on PATH." : null;
        set => throw new NotSupportedException("Whether the test is run follows from the machine.");
    }

    /// <summary>Where a program is.</summary>
    /// <param name="tool">Its name.</param>
    /// <returns>Its path; <see langword="null"/> when it is not on PATH.</returns>
    public static string? Find(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);
}
