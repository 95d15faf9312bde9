using System.Net.NetworkInformation;
using RotationLambdas.Sandbox.Databases;

namespace RotationLambdas.Databases;

/// <summary>A certificate authority for one server, with its root in a file that clients can read.</summary>
public sealed class ServerTls : IDisposable
{
    private readonly CertificateAuthority _authority = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("rotationlambdas-tls-").FullName;

    /// <summary>Writes the root certificate's file; <see cref="Dispose"/> removes it.</summary>
    public ServerTls() => File.WriteAllText(RootCertificateFile, _authority.RootPem);

    public string RootCertificateFile => Path.Combine(_folder, "root.pem");

    public ServerCertificate Issue() => _authority.Issue("localhost", "127.0.0.1");

    /// <summary>Issues a certificate for a container, in files. It names all addresses of this machine and of its gateways: at which of
    /// them a container is reached is known only once it runs, and one that runs beside this process in Docker is reached at a
    /// gateway.</summary>
    internal (string Certificate, string Key) IssueForContainer()
    {
        var (certificate, key) = (Path.Combine(_folder, "server.crt"), Path.Combine(_folder, "server.key"));
        var addresses = NetworkInterface.GetAllNetworkInterfaces().Select(network => network.GetIPProperties()).SelectMany(network =>
            network.UnicastAddresses.Select(unicast => unicast.Address)
                .Concat(network.GatewayAddresses.Select(gateway => gateway.Address)));
        var issued = _authority.Issue(["localhost", .. addresses.Select(address => address.ToString()).Append("127.0.0.1").Distinct()]);
        File.WriteAllText(certificate, issued.CertificatePem);
        File.WriteAllText(key, issued.KeyPem);
        return (certificate, key);
    }

    public void Dispose()
    {
        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
