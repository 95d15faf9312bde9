namespace RotationLambdas.Sandbox.Databases;

public sealed record ServerCertificate(string CertificatePem, string KeyPem)
{
    public override string ToString() => nameof(ServerCertificate);
}
