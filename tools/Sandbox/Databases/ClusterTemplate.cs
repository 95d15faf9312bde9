namespace RotationLambdas.Sandbox.Databases;

/// <summary>A data folder fresh from <c>initdb</c>, kept in the user's own cache folder and copied for each server: copying takes a tenth
/// of the time. Every copy gets its own superuser password; none is stored.</summary>
internal static class ClusterTemplate
{
    // Nobody else may write here: the author of a data folder decides which commands its server runs.
    private static readonly string Cache = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "rotationlambdas");

    public static async Task<string> CopyToAsync(PostgresBinaries binaries, string folder, CancellationToken cancellationToken)
    {
        var template = await EnsureAsync(binaries, cancellationToken);
        await CommandLine.RunAsync(new("cp", ["-a", template, folder]), cancellationToken);
        return await SetPasswordAsync(binaries, folder, cancellationToken);
    }

    private static async Task<string> EnsureAsync(PostgresBinaries binaries, CancellationToken cancellationToken)
    {
        var version = (await CommandLine.RunAsync(new(binaries["postgres"], ["--version"]), cancellationToken)).Split(' ')[2].Trim();
        var template = Path.Combine(Cache, "postgres-" + version);
        if (!Directory.Exists(template))
        {
            await CreateAsync(binaries, template, cancellationToken);
        }

        return template;
    }

    private static async Task CreateAsync(PostgresBinaries binaries, string template, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Cache, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var work = Directory.CreateTempSubdirectory("rotationlambdas-initdb-").FullName;
        var draft = template + "-" + Guid.NewGuid().ToString("N");
        try
        {
            await ServerAccount.OwnAsync(work, cancellationToken);
            await ServerAccount.RunAsync(
                binaries["initdb"],
                ["-D", Path.Combine(work, "data"), "-U", LocalPostgresServer.Administrator, "--auth", "scram-sha-256", "--encoding", "UTF8",
                 "--locale", "C", "--no-sync", "--wal-segsize", "1", "--pwfile", await PasswordFileAsync(work, cancellationToken)],
                work,
                cancellationToken);
            await CommandLine.RunAsync(new("cp", ["-a", Path.Combine(work, "data"), draft]), cancellationToken);
            Directory.Move(draft, template);
        }
        catch (IOException) when (Directory.Exists(template))
        {
            // Another process was first; its template is as good.
            Directory.Delete(draft, recursive: true);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    // initdb asks for a password with --auth scram-sha-256; each copy replaces it.
    private static async Task<string> PasswordFileAsync(string folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, "password");
        await File.WriteAllTextAsync(file, NewPassword(), cancellationToken);
        await ServerAccount.OwnAsync(file, cancellationToken);
        return file;
    }

    private static async Task<string> SetPasswordAsync(PostgresBinaries binaries, string folder, CancellationToken cancellationToken)
    {
        var password = NewPassword();
        var file = Path.Combine(folder, "password.sql");
        await File.WriteAllTextAsync(
            file,
            $"SET password_encryption = 'scram-sha-256';\nALTER ROLE {LocalPostgresServer.Administrator} PASSWORD '{password}';\n",
            cancellationToken);
        await ServerAccount.OwnAsync(file, cancellationToken);
        const string Script = """
            "$1" --single -F -D "$2" postgres < "$3"
            """;
        await ServerAccount.RunAsync("sh", ["-c", Script, "set-password", binaries["postgres"], folder, file], folder, cancellationToken);
        File.Delete(file);
        return password;
    }

    private static string NewPassword() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
