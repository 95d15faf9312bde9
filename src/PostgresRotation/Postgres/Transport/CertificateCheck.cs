using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace RotationLambdas.PostgresRotation.Postgres.Transport;

/// <summary>Decides whether the certificate of one TLS handshake is good enough, and remembers why it was not.</summary>
/// <param name="name">The name that the certificate must be for.</param>
/// <param name="roots">The roots trusted besides the system's.</param>
internal sealed class CertificateCheck(string name, RootCertificates roots)
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>What is wrong with the certificate, as a sentence; null as long as nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>What to do about it, as a sentence.</summary>
    public string Remedy { get; private set; } = "";

    /// <summary>Whether a handshake has begun: the server accepted TLS.</summary>
    public bool IsInCharge { get; private set; }

    /// <summary>Puts this check in charge of a handshake.</summary>
    public void Govern(SslClientAuthenticationOptions options)
    {
        IsInCharge = true;
        options.TargetHost = name;
        options.CertificateChainPolicy = OfflinePolicy(X509ChainTrustMode.System);
        options.RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
            errors == SslPolicyErrors.None || Examine(certificate as X509Certificate2, chain, errors);
    }

    // A database function often has no way to the Internet: fetching missing certificates or revocation lists would only wait for a
    // time-out.
    private static X509ChainPolicy OfflinePolicy(X509ChainTrustMode trust)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = trust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        return policy;
    }

    private bool Examine(X509Certificate2? certificate, X509Chain? presented, SslPolicyErrors errors)
    {
        if (certificate is null || presented is null)
        {
            return Refuse("The server showed no certificate.", "Give the server a certificate.");
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) && FindChainFault(certificate, presented) is { } fault)
        {
            return Refuse($"TLS failed for {name}: {CertificateDescription.Of(certificate)}, {fault.Problem}.", fault.Remedy);
        }

        return !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)
            || Refuse(
                $"TLS failed for {name}: {CertificateDescription.Of(certificate)}, is for another name.",
                "Put the name that the certificate is for into the secret's host, or list it in certificateNames of TRUST_SETTINGS when "
                    + "the host is an alias (CNAME).");
    }

    private (string Problem, string Remedy)? FindChainFault(X509Certificate2 certificate, X509Chain presented)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy = OfflinePolicy(X509ChainTrustMode.CustomRootTrust);
        chain.ChainPolicy.ExtraStore.AddRange(presented.ChainPolicy.ExtraStore);
        chain.ChainPolicy.CustomTrustStore.AddRange(
            roots.IssuersOf(
                presented.ChainPolicy.ExtraStore.Concat(presented.ChainElements.Select(element => element.Certificate))
                    .Append(certificate)));
        if (chain.Build(certificate))
        {
            return null;
        }

        // Either chain may have got as far as a known root; a fault of the certificate's own then counts for more than the root the other
        // one missed.
        var flags = chain.ChainStatus.Concat(presented.ChainStatus)
            .Aggregate(X509ChainStatusFlags.NoError, (all, status) => all | status.Status);
        return flags switch
        {
            _ when flags.HasFlag(X509ChainStatusFlags.NotTimeValid) => ("is out of its validity", "Renew the certificate."),
            _ when flags.HasFlag(X509ChainStatusFlags.NotValidForUsage) =>
                ("is not meant for a server", "Give the server a certificate for server authentication."),
            _ when (flags & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) != 0 => (
                $"leads to no root in {roots.Description}",
                "Name a PEM file with the root in TLS_CA_FILE, or put AWS's RDS bundle into the package."),
            _ => ($"is not valid ({flags})", "Give the server a valid certificate."),
        };
    }

    private bool Refuse(string problem, string remedy)
    {
        (Problem, Remedy) = (problem, remedy);
        return false;
    }
}
