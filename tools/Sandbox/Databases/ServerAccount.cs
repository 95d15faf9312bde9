namespace RotationLambdas.Sandbox.Databases;

/// <summary>The operating system account that PostgreSQL runs under. The server refuses to run as root, so for root it is <c>postgres</c>,
/// or <c>nobody</c> where no package has made that one; for anybody else it is their own.</summary>
internal static class ServerAccount
{
    public static string? Name { get; } = Environment.IsPrivilegedProcess
        ? File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody"
        : null;

    public static ProcessStartInfo Command(string program, IEnumerable<string> arguments, string workingFolder) => Name is null
        ? new ProcessStartInfo(program, arguments) { WorkingDirectory = workingFolder }
        : new ProcessStartInfo("runuser", ["-u", Name, "--", program, .. arguments]) { WorkingDirectory = workingFolder };

    public static async Task OwnAsync(string folder, CancellationToken cancellationToken)
    {
        if (Name is not null)
        {
            await CommandLine.RunAsync(new ProcessStartInfo("chown", ["-R", Name + ":", folder]), cancellationToken);
        }
    }

    public static Task<string> RunAsync(
        string program, IEnumerable<string> arguments, string workingFolder, CancellationToken cancellationToken) =>
        CommandLine.RunAsync(Command(program, arguments, workingFolder), cancellationToken);
}
