using System.Security.Cryptography.X509Certificates;

namespace RotationLambdas.Sandbox.Databases;

/// <summary>A certificate authority that lives as long as this object: it issues the certificates that a <see cref="LocalPostgresServer"/>
/// shows.</summary>
public sealed class CertificateAuthority : IDisposable
{
    private readonly X509Certificate2 _root;

    public CertificateAuthority(string name = "RotationLambdas sandbox root")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        var now = DateTimeOffset.UtcNow;
        _root = request.CreateSelfSigned(now.AddDays(-30), now.AddDays(30));
    }

    public string RootPem => _root.ExportCertificatePem();

    public ServerCertificate Issue(params string[] names) => Issue(names, TimeSpan.FromDays(-1), TimeSpan.FromDays(20));

    public ServerCertificate Issue(IReadOnlyList<string> names, TimeSpan validFrom, TimeSpan validTo)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={names[0]}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1", "serverAuth")], critical: false));
        request.CertificateExtensions.Add(AlternativeNames(names));
        var now = DateTimeOffset.UtcNow;
        using var certificate = request.Create(_root, now + validFrom, now + validTo, RandomNumberGenerator.GetBytes(8));
        return new(certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    public void Dispose() => _root.Dispose();

    private static X509Extension AlternativeNames(IEnumerable<string> names)
    {
        var builder = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (IPAddress.TryParse(name, out var address))
            {
                builder.AddIpAddress(address);
            }
            else
            {
                builder.AddDnsName(name);
            }
        }

        return builder.Build();
    }
}

public sealed record ServerCertificate(string CertificatePem, string KeyPem)
{
    public override string ToString() => nameof(ServerCertificate);
}
