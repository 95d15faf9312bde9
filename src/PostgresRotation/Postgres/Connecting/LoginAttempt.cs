using RotationLambdas.PostgresRotation.Postgres.Transport;

namespace RotationLambdas.PostgresRotation.Postgres.Connecting;

/// <summary>One TCP connection, one TLS handshake where encrypted, one login.</summary>
internal sealed class LoginAttempt
{
    private const string ApplicationName = "RotationLambdas";

    /// <summary>The longest that any single command may take; the budget may make it less.</summary>
    private const int CommandTimeoutSeconds = 5;

    private readonly NpgsqlConnectionStringBuilder _settings;
    private readonly string _password;

    /// <param name="address">The address, with the IP address to connect to.</param>
    /// <param name="credential">The user and the password for the exchange, as they are.</param>
    /// <param name="certificateCheck">Decides about the server's certificate; null: no TLS, and then only SCRAM.</param>
    public LoginAttempt(ServerAddress address, Credential credential, CertificateCheck? certificateCheck, LoginVariant variant)
    {
        Address = address;
        User = credential.UserName;
        CertificateCheck = certificateCheck;
        Variant = variant;
        Lifted = variant.HasOptions ? SessionLimits.LiftedFor(address.Server, credential.UserName) : [];
        _password = credential.Password;
        _settings = new()
        {
            Host = address.IpAddress?.ToString() ?? address.Host,
            Port = address.Port,
            Database = address.Database,
            Username = credential.UserName,
            ApplicationName = ApplicationName,
            Options = variant.HasOptions ? StartupOptions.Text + string.Concat(Lifted.Select(name => $" -c {name}=0")) : null,
            Pooling = false,
            Enlist = false,
            CommandTimeout = CommandTimeoutSeconds,

            // A server that does not answer the command will not answer its cancellation either.
            CancellationTimeout = -1,

            // The certificate check does more than VerifyFull, and Npgsql allows it only with Require; it never skips it.
            SslMode = IsEncrypted ? SslMode.Require : SslMode.Disable,

            // "trust" and a password in clear are never accepted, md5 only over TLS: without it, an eavesdropper could replay the exchange.
            RequireAuth = variant.UsesMd5 ? "MD5" : "ScramSHA256",

            // Or every login makes two TCP connections.
            GssEncryptionMode = GssEncryptionMode.Disable,
        };
    }

    public ServerAddress Address { get; }

    public string User { get; }

    /// <summary>Decides about the server's certificate; null without TLS.</summary>
    public CertificateCheck? CertificateCheck { get; }

    public LoginVariant Variant { get; }

    /// <summary>The time limits that it goes without.</summary>
    public IReadOnlyList<string> Lifted { get; }

    public bool IsEncrypted => CertificateCheck is not null;

    /// <summary>True when the time that <see cref="OpenAsync"/> was given has run out.</summary>
    public bool TimedOut { get; private set; }

    /// <summary>The time that <see cref="OpenAsync"/> was given.</summary>
    public TimeSpan Timeout { get; private set; }

    /// <param name="timeout">For all of it: TCP, TLS, authentication.</param>
    /// <param name="clock">The clock that the time runs on.</param>
    public async Task<OpenConnection> OpenAsync(TimeSpan timeout, TimeProvider clock, CancellationToken cancellationToken)
    {
        Timeout = timeout;
        var start = clock.GetTimestamp();
        var source = BuildSource(timeout);
        var connection = source.CreateConnection();

        // On a thread of its own: Npgsql computes the SCRAM iterations that the server asks for without a pause.
        var opening = Task.Run(() => connection.OpenAsync(cancellationToken), CancellationToken.None);
        try
        {
            await opening.WaitAsync(timeout, clock, cancellationToken);
            return new(source, connection);
        }
        catch (Exception e)
        {
            TimedOut = e is TimeoutException or { InnerException: TimeoutException } || clock.GetElapsedTime(start) >= timeout;
            var closing = CloseAsync(opening, new(source, connection));
            await (opening.IsCompleted ? closing : Task.CompletedTask);
            _ = AbandonedWork.WatchAsync(closing);
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
    }

    /// <summary>Closes a connection that did not open, also after the caller has given up.</summary>
    private static async Task CloseAsync(Task opening, OpenConnection connection)
    {
        await opening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await connection.DisposeAsync();
    }

    private NpgsqlDataSource BuildSource(TimeSpan timeout)
    {
        _settings.Timeout = (int)Math.Ceiling(timeout.TotalSeconds);
        var builder = new NpgsqlSlimDataSourceBuilder(_settings.ConnectionString);

        // A connection string loses a line break at the end of a value.
        builder.UsePasswordProvider(_ => _password, (_, _) => new(_password));

        // Every statement on the wire must be ours: type loading would read the catalog before our settings hold.
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        if (CertificateCheck is not null)
        {
            builder.EnableTransportSecurity();
            builder.UseSslClientAuthenticationOptionsCallback(CertificateCheck.Govern);
        }

        return builder.Build();
    }
}
