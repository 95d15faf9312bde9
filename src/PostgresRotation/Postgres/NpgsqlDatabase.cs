using System.Diagnostics.CodeAnalysis;
using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.PostgresRotation.Postgres.Connecting;
using RotationLambdas.PostgresRotation.Postgres.Sessions;
using RotationLambdas.PostgresRotation.Postgres.Transport;
using RotationLambdas.PostgresRotation.Postgres.Verifiers;
using RotationLambdas.PostgresRotation.Timing;

namespace RotationLambdas.PostgresRotation.Postgres;

/// <summary>PostgreSQL servers, through Npgsql.</summary>
/// <param name="connectTimeout">The longest that one attempt to log in may take, DNS, TCP and TLS included: CONNECT_TIMEOUT_SECONDS.</param>
internal sealed class NpgsqlDatabase(TimeSpan connectTimeout) : IDatabaseServer
{
    /// <summary>The longest that one call keeps trying what may pass.</summary>
    public static readonly TimeSpan WaitLimit = TimeSpan.FromSeconds(8);

    /// <summary>With less time than this left, another attempt would only hide what the last one failed by.</summary>
    private static readonly TimeSpan LeastAttempt = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc/>
    public async Task<IDatabaseSession> LogInAsync(ServerAddress address, Credential credential, TimeBudget budget, CancellationToken cancellationToken)
    {
        RoleName.Require(credential.UserName);
        RequireRootsOf(address.Tls);
        if (budget.IsSpent)
        {
            throw new DatabaseUnreachableException(
                $"No time was left to log in at {address.Host}:{address.Port}.", "Give the function a longer time-out: 30 seconds are plenty.");
        }

        var prepared = SaslPrep.Prepare(credential.Password);
        try
        {
            return await LogInPatientlyAsync(address, credential with { Password = prepared }, budget, cancellationToken);
        }
        catch (LoginRefusedException) when (prepared != credential.Password)
        {
            // md5 knows no SASLprep: there the password counts as it was written.
            return await LogInPatientlyAsync(address, credential, budget, cancellationToken);
        }
    }

    private static void RequireRootsOf(TlsPolicy policy)
    {
        if (policy is { Mode: not TlsMode.Disabled, RootCertificatesFile: { } file } && !File.Exists(file))
        {
            throw new ConfigurationInvalidException(
                $"TLS_CA_FILE is \"{file}\", and there is no such file.", "Set it to the path of a PEM file with root certificates, or leave it out.");
        }
    }

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The session closes the connection.")]
    private async Task<NpgsqlSession> LogInPatientlyAsync(
        ServerAddress address, Credential credential, TimeBudget budget, CancellationToken cancellationToken)
    {
        var patience = budget.Part(WaitLimit);
        var encrypts = address.Tls.Mode != TlsMode.Disabled;
        for (var attemptNumber = 1; ; attemptNumber++)
        {
            var attempt = new LoginAttempt(address, credential, encrypts ? CheckFor(address) : null);
            try
            {
                var connection = await attempt.OpenAsync(patience.AtMost(connectTimeout), budget.Clock, cancellationToken);
                return new(connection, attempt, budget);
            }
            catch (Exception e) when (e is not FunctionException && !cancellationToken.IsCancellationRequested)
            {
                if (encrypts && address.Tls.Mode == TlsMode.Prefer && LoginFault.SaysThatItHasNoTls(e))
                {
                    encrypts = false;
                    continue;
                }

                var fault = LoginFault.Classify(e, attempt);
                var pause = Backoff.After(attemptNumber);
                if (!fault.MayPass || patience.Remaining < pause + LeastAttempt)
                {
                    throw fault.Error;
                }

                await patience.TryPauseAsync(pause, cancellationToken);
            }
        }
    }

    private static CertificateCheck CheckFor(ServerAddress address) =>
        new(address.Tls.CertificateName ?? address.Host, new(address.Tls.RootCertificatesFile, RootCertificates.RdsBundlePath));
}
