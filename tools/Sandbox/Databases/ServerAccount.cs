using System.Diagnostics;

namespace RotationLambdas.Sandbox.Databases;

/// <summary>
/// The operating system account that PostgreSQL runs under. The server refuses to run as root, so for root it is <c>postgres</c>, or
/// <c>nobody</c> where no package has made that one; for anybody else it is their own.
/// </summary>
internal static class ServerAccount
{
    /// <summary>The account's name; null when it is the caller's own.</summary>
    public static string? Name { get; } = Environment.IsPrivilegedProcess
        ? File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody"
        : null;

    /// <summary>A command that runs as the account.</summary>
    public static ProcessStartInfo Command(string program, IEnumerable<string> arguments, string workingFolder) => Name is null
        ? new ProcessStartInfo(program, arguments) { WorkingDirectory = workingFolder }
        : new ProcessStartInfo("runuser", ["-u", Name, "--", program, .. arguments]) { WorkingDirectory = workingFolder };

    /// <summary>Gives a folder and all that is in it to the account.</summary>
    public static async Task OwnAsync(string folder, CancellationToken cancellationToken)
    {
        if (Name is not null)
        {
            await CommandLine.RunAsync(new ProcessStartInfo("chown", ["-R", Name + ":", folder]), cancellationToken);
        }
    }

    /// <summary>Runs one of the account's commands to its end.</summary>
    /// <exception cref="PostgresStartException">It ended with another code than 0.</exception>
    public static Task<string> RunAsync(string program, IEnumerable<string> arguments, string workingFolder, CancellationToken cancellationToken) =>
        CommandLine.RunAsync(Command(program, arguments, workingFolder), cancellationToken);
}
