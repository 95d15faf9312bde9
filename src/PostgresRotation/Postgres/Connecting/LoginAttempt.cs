using Npgsql;
using RotationLambdas.PostgresRotation.Postgres.Transport;

namespace RotationLambdas.PostgresRotation.Postgres.Connecting;

/// <summary>One TCP connection, one TLS handshake where encrypted, one login.</summary>
internal sealed class LoginAttempt
{
    private const string ApplicationName = "RotationLambdas";

    /// <summary>The longest that any single command may take; the budget may make it less.</summary>
    private const int CommandTimeoutSeconds = 5;

    private readonly NpgsqlConnectionStringBuilder _settings;

    /// <param name="address">Where to connect to.</param>
    /// <param name="credential">Who to log in as; its password is what goes into the exchange, unprepared.</param>
    /// <param name="certificateCheck">Decides about the server's certificate; null: no TLS, and then only SCRAM.</param>
    public LoginAttempt(ServerAddress address, Credential credential, CertificateCheck? certificateCheck)
    {
        Address = address;
        User = credential.UserName;
        CertificateCheck = certificateCheck;
        _settings = new()
        {
            Host = address.Host,
            Port = address.Port,
            Database = address.Database,
            Username = credential.UserName,
            Password = credential.Password,
            ApplicationName = ApplicationName,
            Pooling = false,
            Enlist = false,
            CommandTimeout = CommandTimeoutSeconds,

            // A server that does not answer the command will not answer its cancellation either.
            CancellationTimeout = -1,

            // The certificate check does more than VerifyFull, and Npgsql lets it only with Require; it never skips it.
            SslMode = IsEncrypted ? SslMode.Require : SslMode.Disable,

            // Without TLS an md5 exchange could be replayed from what an eavesdropper saw; and neither "trust" nor a password in clear is ever fine.
            RequireAuth = IsEncrypted ? "ScramSHA256,MD5" : "ScramSHA256",

            // Or every login makes two TCP connections.
            GssEncryptionMode = GssEncryptionMode.Disable,
        };
    }

    /// <summary>Where this attempt connects to.</summary>
    public ServerAddress Address { get; }

    /// <summary>Who it logs in as.</summary>
    public string User { get; }

    /// <summary>The judge of the server's certificate; null without TLS.</summary>
    public CertificateCheck? CertificateCheck { get; }

    /// <summary>Whether TLS is demanded.</summary>
    public bool IsEncrypted => CertificateCheck is not null;

    /// <summary>True when the time that <see cref="OpenAsync"/> was given has run out.</summary>
    public bool TimedOut { get; private set; }

    /// <summary>The time that <see cref="OpenAsync"/> was given.</summary>
    public TimeSpan Timeout { get; private set; }

    /// <summary>Logs in.</summary>
    /// <param name="timeout">For all of it: DNS, TCP, TLS, authentication.</param>
    /// <param name="clock">The clock that the time runs on.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<OpenConnection> OpenAsync(TimeSpan timeout, TimeProvider clock, CancellationToken cancellationToken)
    {
        Timeout = timeout;
        var start = clock.GetTimestamp();
        var source = BuildSource(timeout);
        var connection = source.CreateConnection();
        var opening = connection.OpenAsync(cancellationToken);
        try
        {
            await opening.WaitAsync(timeout, clock, cancellationToken);
            return new(source, connection);
        }
        catch (Exception e)
        {
            TimedOut = e is TimeoutException or { InnerException: TimeoutException } || clock.GetElapsedTime(start) >= timeout;
            var closing = CloseAsync(opening, new(source, connection));
            if (opening.IsCompleted)
            {
                await closing;
            }

            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
    }

    /// <summary>
    /// Closes what did not open. Npgsql does not heed cancellation while it waits for an answer, only its own time-out in whole seconds: where the
    /// attempt's time ran out first, this goes on behind the caller's back for that last second.
    /// </summary>
    private static async Task CloseAsync(Task opening, OpenConnection connection)
    {
        await opening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await connection.DisposeAsync();
    }

    private NpgsqlDataSource BuildSource(TimeSpan timeout)
    {
        _settings.Timeout = (int)Math.Ceiling(timeout.TotalSeconds);
        var builder = new NpgsqlSlimDataSourceBuilder(_settings.ConnectionString);

        // Or every login reads the type catalogue.
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        if (CertificateCheck is not null)
        {
            builder.EnableTransportSecurity();
            builder.UseSslClientAuthenticationOptionsCallback(CertificateCheck.Govern);
        }

        return builder.Build();
    }
}
