using System.Security.Cryptography.X509Certificates;

namespace RotationLambdas.PostgresRotation.Postgres.Transport;

/// <summary>The certificate that a server showed.</summary>
internal static class CertificateDescription
{
    /// <summary>A certificate may hold thousands of names, and it is not verified yet.</summary>
    private const int MostNames = 10;

    /// <summary>Subject, alternative names, issuer and validity of <paramref name="certificate"/>.</summary>
    public static string Of(X509Certificate2 certificate) => string.Create(
        CultureInfo.InvariantCulture,
        $"the certificate of \"{OutsideText.Of(certificate.Subject)}\" for {NamesOf(certificate)}, issued by "
            + $"\"{OutsideText.Of(certificate.Issuer)}\", valid from {Time(certificate.NotBefore)} to {Time(certificate.NotAfter)}");

    private static string NamesOf(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(
                extension => extension.EnumerateDnsNames().Concat(extension.EnumerateIPAddresses().Select(address => address.ToString())))
            .Take(MostNames + 1)
            .ToList();
        return names.Count == 0
            ? "no name" : OutsideText.Of(string.Join(", ", names.Take(MostNames)) + (names.Count > MostNames ? ", …" : ""));
    }

    private static string Time(DateTime local) => local.ToUniversalTime().ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
