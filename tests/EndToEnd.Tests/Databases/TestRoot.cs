using RotationLambdas.Sandbox.Databases;

namespace RotationLambdas.EndToEnd.Tests.Databases;

/// <summary>The certificate authority of one test database, and its root in a file as a client wants it.</summary>
internal sealed class TestRoot : IDisposable
{
    private readonly CertificateAuthority _authority = new();

    public TestRoot()
    {
        File = Path.Combine(Path.GetTempPath(), $"rotationlambdas-root-{Guid.NewGuid():N}.pem");
        System.IO.File.WriteAllText(File, _authority.RootPem);
    }

    public string File { get; }

    public ServerCertificate IssueForThisMachine() => _authority.Issue("localhost", "127.0.0.1");

    public void Dispose()
    {
        _authority.Dispose();
        System.IO.File.Delete(File);
    }
}
