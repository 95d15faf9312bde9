namespace RotationLambdas.Sandbox.Databases;

/// <summary>A certificate and its private key, both as PEM.</summary>
public sealed record ServerCertificate(string CertificatePem, string KeyPem)
{
    public override string ToString() => nameof(ServerCertificate);
}
