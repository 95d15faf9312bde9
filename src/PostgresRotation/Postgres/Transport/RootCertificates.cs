using System.Security.Cryptography.X509Certificates;

namespace RotationLambdas.PostgresRotation.Postgres.Transport;

/// <summary>Root certificates from PEM files, trusted besides those of the system. A file is read when a server's certificate calls for
/// it, and of the hundred roots of the RDS bundle only the one or two that the certificate leads to are built.</summary>
internal sealed class RootCertificates
{
    /// <summary>The name of the bundle of AWS's RDS roots; trusted when it lies beside the executable.</summary>
    public const string RdsBundleName = "rds-global-bundle.pem";

    private readonly string[] _files;
    private readonly Lazy<List<byte[]>> _certificates;

    /// <param name="files">The PEM files; those that do not exist are passed over.</param>
    public RootCertificates(params IEnumerable<string?> files)
    {
        _files = [.. files.OfType<string>().Where(File.Exists)];
        _certificates = new(() => [.. _files.SelectMany(file => Read(File.ReadAllText(file)))]);
    }

    /// <summary>Where the RDS bundle lies when the package has it.</summary>
    public static string RdsBundlePath => Path.Combine(AppContext.BaseDirectory, RdsBundleName);

    /// <summary>The root set in words: the system's roots, and each file.</summary>
    public string Description => string.Join(" and ", _files.Prepend("the system's roots"));

    /// <summary>The certificates that could be above <paramref name="presented"/>: each issuer's, the issuer's issuer's, and so
    /// on.</summary>
    public X509Certificate2Collection IssuersOf(IEnumerable<X509Certificate2> presented)
    {
        var issuers = new X509Certificate2Collection();
        var wanted = new Queue<byte[]>(presented.Select(certificate => certificate.IssuerName.RawData));
        var left = _certificates.Value.ToList();
        while (wanted.TryDequeue(out var name))
        {
            foreach (var candidate in left.FindAll(certificate => certificate.AsSpan().IndexOf(name) >= 0))
            {
                left.Remove(candidate);
                var issuer = X509CertificateLoader.LoadCertificate(candidate);
                issuers.Add(issuer);
                wanted.Enqueue(issuer.IssuerName.RawData);
            }
        }

        return issuers;
    }

    private static List<byte[]> Read(string pem)
    {
        var certificates = new List<byte[]>();
        for (var rest = pem.AsSpan(); PemEncoding.TryFind(rest, out var fields); rest = rest[fields.Location.End..])
        {
            if (rest[fields.Label] is "CERTIFICATE")
            {
                certificates.Add(Convert.FromBase64String(rest[fields.Base64Data].ToString()));
            }
        }

        return certificates;
    }
}
