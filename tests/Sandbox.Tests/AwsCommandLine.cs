using System.Diagnostics;
using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.Tests;

/// <summary>The <c>aws</c> command line, unmodified, against an endpoint.</summary>
internal sealed class AwsCommandLine(Uri endpoint)
{
    /// <summary>Runs a command that must succeed.</summary>
    /// <returns>Its JSON; an empty object when it prints none.</returns>
    public async Task<JsonNode> RunAsync(params string[] arguments)
    {
        var (exitCode, output, error) = await StartAsync(arguments);
        exitCode.ShouldBe(0, error);
        return output.Length == 0 ? new JsonObject() : JsonNode.Parse(output)!;
    }

    /// <summary>Runs a command that must fail.</summary>
    public async Task<string> FailAsync(params string[] arguments)
    {
        var (exitCode, _, error) = await StartAsync(arguments);
        exitCode.ShouldNotBe(0);
        return error.Trim();
    }

    private async Task<(int ExitCode, string Output, string Error)> StartAsync(string[] arguments)
    {
        var start = new ProcessStartInfo(
            "aws", [.. arguments, "--endpoint-url", endpoint.ToString(), "--region", "eu-west-1", "--output", "json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        (start.Environment["AWS_ACCESS_KEY_ID"], start.Environment["AWS_SECRET_ACCESS_KEY"], start.Environment["AWS_PAGER"]) = (
            "AKID", "secret", "");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }
}
