using System.Diagnostics;
using System.Text.Json.Nodes;

namespace RotationLambdas.Compat.Tests.OfficialSurface;

/// <summary>Runs the SDK's compiler.</summary>
internal static class Compiler
{
    /// <summary>Compiles with the arguments given, and returns the errors.</summary>
    internal static async Task<IReadOnlyList<string>> CompileAsync(string compiler, string folder, IEnumerable<string> arguments)
    {
        var response = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(response, arguments);
            var output = await RunAsync(folder, compiler, "@" + response);
            return [.. output.Split('\n').Where(line => line.Contains("error CS")).Distinct()];
        }
        finally
        {
            File.Delete(response);
        }
    }

    /// <summary>The compiler's path, and the arguments with which a project is built.</summary>
    internal static async Task<(string Compiler, IReadOnlyList<string> Arguments)> ArgumentsOfAsync(string project)
    {
        var output = await RunAsync(
            Path.GetDirectoryName(project)!, "msbuild", project, "-nologo", "-t:Compile", "-p:AwsPackages=compat",
            "-p:SkipCompilerExecution=true",
            "-p:ProvideCommandLineArgs=true", "-p:BuildProjectReferences=false", "-p:RunAnalyzers=false", "-p:NonExistentFile=always",
            "-p:PublishAot=false", "-getItem:CscCommandLineArgs", "-getProperty:RoslynTargetsPath");
        var json = JsonNode.Parse(output[output.IndexOf('{')..])!;
        var arguments = json["Items"]!["CscCommandLineArgs"]!.AsArray().Select(item => (string)item!["Identity"]!).ToList();
        return (Path.Combine((string)json["Properties"]!["RoslynTargetsPath"]!, "bincore", "csc.dll"), arguments);
    }

    private static async Task<string> RunAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name); // What `dotnet test` left there would have a child load its own copy of MSBuild.
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }
}
