namespace RotationLambdas.Sandbox.Databases;

/// <summary>Writes a server's postgresql.conf, pg_hba.conf and certificate.</summary>
internal static class ServerFiles
{
    private static readonly KeyValuePair<string, string>[] Defaults =
    [
        new("listen_addresses", "127.0.0.1"),
        new("max_connections", "50"),
        new("shared_buffers", "16MB"),
        new("fsync", "off"),
        new("full_page_writes", "off"),
        new("password_encryption", "scram-sha-256"),
        new("log_destination", "stderr"),
        new("logging_collector", "off"),
    ];

    public static async Task WriteAsync(
        string dataFolder, string socketFolder, LocalPostgresOptions options, CancellationToken cancellationToken)
    {
        var settings = Defaults.Append(new("unix_socket_directories", socketFolder)).ToList();
        if (options.Certificate is { } certificate)
        {
            await WriteCertificateAsync(dataFolder, certificate, cancellationToken);
            settings.Add(new("ssl", "on"));
        }

        var configuration = new StringBuilder();
        foreach (var (name, value) in settings.Concat(options.Settings))
        {
            configuration.Append(name).Append(" = '").Append(value.Replace("'", "''", StringComparison.Ordinal)).Append("'\n");
        }

        string[] access = ["local all all scram-sha-256", .. options.HostLines];
        await File.WriteAllTextAsync(Path.Combine(dataFolder, "postgresql.conf"), configuration.ToString(), cancellationToken);
        await File.WriteAllLinesAsync(Path.Combine(dataFolder, "pg_hba.conf"), access, cancellationToken);
    }

    // server.crt and server.key are the names that the server reads by default; it refuses a key that others may read.
    private static async Task WriteCertificateAsync(string dataFolder, ServerCertificate certificate, CancellationToken cancellationToken)
    {
        var key = Path.Combine(dataFolder, "server.key");
        var chain = Path.Combine(dataFolder, "server.crt");
        await File.WriteAllTextAsync(chain, certificate.CertificatePem, cancellationToken);
        await File.WriteAllTextAsync(key, certificate.KeyPem, cancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await ServerAccount.OwnAsync(chain, cancellationToken);
        await ServerAccount.OwnAsync(key, cancellationToken);
    }
}
