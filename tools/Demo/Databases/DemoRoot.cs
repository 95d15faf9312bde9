using RotationLambdas.Sandbox.Databases;

namespace RotationLambdas.Demo.Databases;

/// <summary>The certificate authority of the demo, and its root in a file.</summary>
internal sealed class DemoRoot : IDisposable
{
    private readonly CertificateAuthority _authority = new("RotationLambdas demo root");

    public DemoRoot()
    {
        File = Path.Combine(Path.GetTempPath(), $"rotationlambdas-demo-root-{Guid.NewGuid():N}.pem");
        System.IO.File.WriteAllText(File, _authority.RootPem);
    }

    /// <summary>The root certificate's file; it goes with this object.</summary>
    public string File { get; }

    /// <summary>A certificate for a server on this machine.</summary>
    public ServerCertificate Issue() => _authority.Issue("localhost", "127.0.0.1");

    public void Dispose()
    {
        _authority.Dispose();
        System.IO.File.Delete(File);
    }
}
