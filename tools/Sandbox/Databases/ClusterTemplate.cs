using System.Security.Cryptography;

namespace RotationLambdas.Sandbox.Databases;

/// <summary>
/// A data folder fresh from <c>initdb</c>, kept in the machine's temporary folder and copied for each server: copying takes a tenth of
/// the time.
/// </summary>
internal static class ClusterTemplate
{
    private const string PasswordFile = "administrator-password";

    public static async Task<string> CopyToAsync(PostgresBinaries binaries, string folder, CancellationToken cancellationToken)
    {
        var template = await EnsureAsync(binaries, cancellationToken);
        await ServerAccount.RunAsync("cp", ["-a", Path.Combine(template, "data"), folder], template, cancellationToken);
        await GiveOwnIdentityAsync(binaries, folder, cancellationToken);
        return await File.ReadAllTextAsync(Path.Combine(template, PasswordFile), cancellationToken);
    }

    private static async Task<string> EnsureAsync(PostgresBinaries binaries, CancellationToken cancellationToken)
    {
        var version = (await CommandLine.RunAsync(new(binaries["postgres"], ["--version"]), cancellationToken)).Split(' ')[2].Trim();
        var template = Path.Combine(Path.GetTempPath(), $"rotationlambdas-postgres-{version}-{ServerAccount.Name ?? Environment.UserName}");
        if (!Directory.Exists(template))
        {
            await CreateAsync(binaries, template, cancellationToken);
        }

        return template;
    }

    private static async Task CreateAsync(PostgresBinaries binaries, string template, CancellationToken cancellationToken)
    {
        var draft = Directory.CreateTempSubdirectory("rotationlambdas-initdb-").FullName;
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var passwordFile = Path.Combine(draft, PasswordFile);
        await File.WriteAllTextAsync(passwordFile, password, cancellationToken);
        await ServerAccount.OwnAsync(draft, cancellationToken);
        await ServerAccount.RunAsync(
            binaries["initdb"],
            ["-D", Path.Combine(draft, "data"), "-U", LocalPostgresServer.Administrator, "--pwfile", passwordFile,
             "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C", "--no-sync", "--wal-segsize", "1"],
            draft,
            cancellationToken);
        try
        {
            Directory.Move(draft, template);
        }
        catch (IOException) when (Directory.Exists(template))
        {
            // Another process was first; its template is as good.
            Directory.Delete(draft, recursive: true);
        }
    }

    private static async Task GiveOwnIdentityAsync(PostgresBinaries binaries, string folder, CancellationToken cancellationToken)
    {
        using (var control = File.OpenHandle(Path.Combine(folder, "global", "pg_control"), access: FileAccess.Write))
        {
            var identifier = RandomNumberGenerator.GetBytes(sizeof(long));
            identifier[^1] &= 0x7F; // Shown as a signed number by pg_control_system().
            RandomAccess.Write(control, identifier, 0);
        }

        await ServerAccount.RunAsync(binaries["pg_resetwal"], ["-f", "-D", folder], folder, cancellationToken);
    }
}
