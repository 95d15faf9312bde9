namespace RotationLambdas.EndToEnd.Tests.CommandLine;

/// <summary>The <c>aws</c> command line, unmodified, against a sandbox.</summary>
internal sealed class AwsCommandLine(Uri endpoint)
{
    /// <summary>Runs <c>aws secretsmanager …</c> and returns what it printed.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message is its output.</exception>
    public async Task<JsonNode> SecretsManagerAsync(params string[] arguments)
    {
        var program = Tool.PathOf("aws") ?? throw new InvalidOperationException("aws is not on PATH. Install the AWS CLI.");
        var start = new ProcessStartInfo(
            program, ["--endpoint-url", endpoint.ToString(), "--output", "json", "secretsmanager", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AWS_ACCESS_KEY_ID"] = "demo";
        start.Environment["AWS_SECRET_ACCESS_KEY"] = "demo";
        start.Environment["AWS_DEFAULT_REGION"] = "eu-west-1";
        start.Environment["AWS_PAGER"] = "";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? JsonNode.Parse(await output)! : throw new InvalidOperationException((await error).Trim());
    }
}
