using System.Diagnostics.CodeAnalysis;
using RotationLambdas.PostgresRotation.Postgres.Sessions;
using RotationLambdas.PostgresRotation.Postgres.Transport;
using RotationLambdas.PostgresRotation.Postgres.Verifiers;

namespace RotationLambdas.PostgresRotation.Postgres;

/// <summary>PostgreSQL servers, through Npgsql.</summary>
/// <param name="connectTimeout">The longest that one attempt to log in may take, TCP and TLS included: CONNECT_TIMEOUT_SECONDS.</param>
/// <param name="resolve">Asks the name servers for a host's addresses; null: as the platform does.</param>
internal sealed class NpgsqlDatabase(TimeSpan connectTimeout, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    : IDatabaseServer
{
    /// <summary>With less time than this left, another attempt would only hide the last one's error.</summary>
    private static readonly TimeSpan LeastAttempt = TimeSpan.FromMilliseconds(500);

    private static readonly RetryOptions Retries = new() { MaxDelay = TimeSpan.FromSeconds(1) };

    public async Task<IDatabaseSession> LogInAsync(
        ServerAddress address, Credential credential, TimeBudget budget, SessionSettings settings, CancellationToken cancellationToken)
    {
        RoleName.Require(credential.UserName);
        RequireRootsOf(address.Tls);
        if (budget.IsSpent)
        {
            throw new DatabaseUnreachableException(
                $"No time was left to log in at {address.Server}.",
                "Give the function a longer time-out: 30 seconds are enough for a database that is awake.");
        }

        var prepared = SaslPrep.Prepare(credential.Password);
        try
        {
            return await RetryAsync(address, credential with { Password = prepared }, budget, settings, cancellationToken);
        }
        catch (LoginRefusedException) when (prepared != credential.Password)
        {
            // SASLprep is part of SCRAM alone: md5 takes the password as it was written.
            return await RetryAsync(address, credential, budget, settings, cancellationToken);
        }
    }

    private static void RequireRootsOf(TlsPolicy policy)
    {
        if (policy is { Mode: not TlsMode.Disabled, RootCertificatesFile: { } file } && !File.Exists(file))
        {
            throw new ConfigurationInvalidException(
                $"TLS_CA_FILE is \"{file}\", and there is no such file.",
                "Set it to the path of a PEM file with root certificates, or leave it out.");
        }
    }

    private async Task<NpgsqlSession> RetryAsync(
        ServerAddress address, Credential credential, TimeBudget budget, SessionSettings settings, CancellationToken cancellationToken)
    {
        // A server that accepts connections and stays silent may be one that wakes up, or one that never will.
        var silence = budget.Remaining / 2;
        Fault? reason = null;
        for (var attempt = 1; ; attempt++)
        {
            var started = budget.Remaining;
            var (session, fault) = await TryAddressesAsync(address, credential, budget, silence, settings, cancellationToken);
            if (session is not null)
            {
                return session;
            }

            // The server's own refusal names the cause; a later attempt that got no answer does not.
            reason = reason is null || fault!.IsAnswer || !fault.IsTransient ? fault! : reason;
            silence -= started - budget.Remaining;
            var pause = Retries.DelayAfter(attempt);
            if (!reason.IsTransient || silence < LeastAttempt || budget.Remaining < pause + LeastAttempt)
            {
                throw reason.Error;
            }

            await budget.TryPauseAsync(pause, cancellationToken);
        }
    }

    /// <summary>Tries each address of the host while <paramref name="silence"/> lasts, and prefers one that is not a standby.</summary>
    private async Task<(NpgsqlSession? Session, Fault? Fault)> TryAddressesAsync(
        ServerAddress address, Credential credential, TimeBudget budget, TimeSpan silence, SessionSettings settings,
        CancellationToken cancellationToken)
    {
        var addresses = await Addresses.ResolveAsync(address, resolve ?? Dns.GetHostAddressesAsync, budget, cancellationToken);
        NpgsqlSession? standby = null;
        List<Fault> faults = [];
        var time = budget.Part(silence);
        foreach (var one in addresses)
        {
            if (faults.Count > 0 && time.Remaining < LeastAttempt)
            {
                break;
            }

            var (session, fault) = await TryOneAsync(one, credential, budget, time.AtMost(connectTimeout), settings, cancellationToken);
            if (session is null)
            {
                faults.Add(fault!);
            }
            else if (addresses.Count == 1 || !await session.IsStandbyAsync(cancellationToken))
            {
                await (standby?.DisposeAsync() ?? ValueTask.CompletedTask);
                return (session, null);
            }
            else if (standby is null)
            {
                standby = session;
            }
            else
            {
                await session.DisposeAsync();
            }
        }

        return (standby, faults.Find(fault => !fault.IsTransient) ?? faults.FirstOrDefault());
    }

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The session closes the connection.")]
    private static async Task<(NpgsqlSession? Session, Fault? Fault)> TryOneAsync(
        ServerAddress address, Credential credential, TimeBudget budget, TimeSpan limit, SessionSettings settings,
        CancellationToken cancellationToken)
    {
        var variant = new LoginVariant(address.Tls.Mode != TlsMode.Disabled, HasOptions: settings == SessionSettings.Fixed, UsesMd5: false);
        Fault? first = null;
        while (true)
        {
            var attempt = new LoginAttempt(address, credential, variant.IsEncrypted ? CheckFor(address) : null, variant);
            try
            {
                var connection = await attempt.OpenAsync(budget.AtMost(limit), budget.Clock, cancellationToken);
                return (new(connection, attempt, budget), null);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                var fault = LoginFault.Classify(e, attempt);

                // A server that asks for neither SCRAM nor md5 is reported as it answered the attempt with SCRAM.
                first = variant.UsesMd5 && fault.Error is AuthenticationUnsafeException ? first : fault;
                if (LoginFault.Alternative(e, attempt) is not { } next)
                {
                    return (null, first);
                }

                variant = next;
            }
        }
    }

    private static CertificateCheck CheckFor(ServerAddress address) =>
        new(address.Tls.CertificateName ?? address.Host, new(address.Tls.RootCertificatesFile, RootCertificates.RdsBundlePath));
}
