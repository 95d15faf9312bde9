namespace Amazon.ECS.Model;

/// <summary><c>ServiceConnectTlsConfiguration</c> of the Amazon ECS API reference.</summary>
public class ServiceConnectTlsConfiguration
{
    public ServiceConnectTlsCertificateAuthority IssuerCertificateAuthority { get; set; }

    public string KmsKey { get; set; }

    public string RoleArn { get; set; }

    internal static ServiceConnectTlsConfiguration Read(JsonElement json) => new()
    {
        IssuerCertificateAuthority = json.Object("issuerCertificateAuthority", ServiceConnectTlsCertificateAuthority.Read),
        KmsKey = json.Text("kmsKey"),
        RoleArn = json.Text("roleArn"),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Object("issuerCertificateAuthority", IssuerCertificateAuthority, (item, to) => item.Write(to));
        json.Text("kmsKey", KmsKey);
        json.Text("roleArn", RoleArn);
    }
}
