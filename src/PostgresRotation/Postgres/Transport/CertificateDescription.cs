using System.Globalization;
using System.Security.Cryptography.X509Certificates;

namespace RotationLambdas.PostgresRotation.Postgres.Transport;

/// <summary>Tells which certificate a server showed.</summary>
internal static class CertificateDescription
{
    /// <summary>Subject, alternative names, issuer and validity of <paramref name="certificate"/>.</summary>
    public static string Of(X509Certificate2 certificate) => string.Create(
        CultureInfo.InvariantCulture,
        $"the certificate of \"{certificate.Subject}\" for {NamesOf(certificate)}, issued by \"{certificate.Issuer}\", valid from {Time(certificate.NotBefore)} to {Time(certificate.NotAfter)}");

    private static string NamesOf(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(extension => extension.EnumerateDnsNames().Concat(extension.EnumerateIPAddresses().Select(address => address.ToString())))
            .ToList();
        return names.Count == 0 ? "no name" : string.Join(", ", names);
    }

    private static string Time(DateTime local) => local.ToUniversalTime().ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
