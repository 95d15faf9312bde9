namespace RotationLambdas.Compat.Tests.OfficialSurface;

/// <summary>Runs the compiler with which a project was built.</summary>
internal sealed class Compiler
{
    private readonly string _path;

    private Compiler(string path, IReadOnlyList<string> arguments) => (_path, Arguments) = (path, arguments);

    /// <summary>The arguments with which the project was built last.</summary>
    internal IReadOnlyList<string> Arguments { get; }

    /// <summary>Reads what WriteCompilerArguments in Directory.Build.targets wrote.</summary>
    internal static Compiler Of(string project)
    {
        var written = new DirectoryInfo(Path.Combine(Path.GetDirectoryName(project)!, "obj"))
            .GetFiles("compiler.rsp", SearchOption.AllDirectories)
            .MaxBy(file => file.LastWriteTimeUtc);
        var lines = File.ReadAllLines(written.ShouldNotBeNull(project).FullName);
        return new Compiler(lines[0][2..], lines[1..]);
    }

    /// <summary>Compiles without analyzers, and returns the errors.</summary>
    internal async Task<IReadOnlyList<string>> CompileAsync(string folder, string assembly, IEnumerable<string> arguments)
    {
        var response = Path.ChangeExtension(assembly, ".rsp");
        await File.WriteAllLinesAsync(response, [.. arguments, "/out:" + assembly, "/skipanalyzers+"]);
        // The compiler's server, so that only the first of many compilations pays for its start.
        var start = new ProcessStartInfo(Environment.ProcessPath!, [_path, "/shared", "/keepalive:60", "@" + response])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var errors = output.Split('\n').Where(line => line.Contains("error CS")).Distinct().ToList();
        (process.ExitCode == 0 ? File.Exists(assembly) : errors.Count > 0).ShouldBeTrue(output);
        return errors;
    }
}
