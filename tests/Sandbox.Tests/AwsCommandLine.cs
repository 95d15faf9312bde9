namespace RotationLambdas.Sandbox.Tests;

/// <summary>The <c>aws</c> command line, unmodified, against an endpoint.</summary>
internal sealed class AwsCommandLine(Uri endpoint)
{
    public async Task<string> FailAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "aws", [.. arguments, "--endpoint-url", endpoint.ToString(), "--region", "eu-west-1", "--output", "json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        (start.Environment["AWS_ACCESS_KEY_ID"], start.Environment["AWS_SECRET_ACCESS_KEY"]) = ("AKID", "secret");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldNotBe(0, await output);
        return error.Trim();
    }
}
