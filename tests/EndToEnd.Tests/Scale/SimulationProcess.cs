using System.Diagnostics;
using System.Text.Json;
using RotationLambdas.ScaleSimulation;

namespace RotationLambdas.EndToEnd.Tests.Scale;

/// <summary>The simulation, as a process of its own.</summary>
internal static class SimulationProcess
{
    /// <summary>Runs it to its end.</summary>
    /// <exception cref="InvalidOperationException">It ended with another code than 0; the message holds what it said.</exception>
    public static async Task<ScaleFigures> RunAsync(ScaleSettings settings)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(ScaleFigures).Assembly.Location, Repository.PathOf("template.yaml")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(JsonSerializer.Serialize(settings, ScaleJson.Options));
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<ScaleFigures>(await output, ScaleJson.Options)!
            : throw new InvalidOperationException($"The simulation ended with code {process.ExitCode}: {await error}");
    }
}
