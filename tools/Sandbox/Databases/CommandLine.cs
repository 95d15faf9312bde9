namespace RotationLambdas.Sandbox.Databases;

internal static class CommandLine
{
    public static async Task<string> RunAsync(ProcessStartInfo command, CancellationToken cancellationToken)
    {
        command.RedirectStandardInput = true;
        command.RedirectStandardOutput = true;
        command.RedirectStandardError = true;
        using var process = Process.Start(command)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        var text = await output + await error;
        return process.ExitCode == 0
            ? text
            : throw new PostgresStartException(
                $"`{string.Join(' ', command.ArgumentList.Prepend(command.FileName))}` ended with code {process.ExitCode}: {text.Trim()}");
    }
}
