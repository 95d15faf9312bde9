namespace Amazon.ECS.Model;

/// <summary><c>ServiceConnectTlsCertificateAuthority</c> of the Amazon ECS API reference.</summary>
public class ServiceConnectTlsCertificateAuthority
{
    public string AwsPcaAuthorityArn { get; set; }

    internal static ServiceConnectTlsCertificateAuthority Read(JsonElement json) => new()
    {
        AwsPcaAuthorityArn = json.Text("awsPcaAuthorityArn"),
    };

    internal void Write(Utf8JsonWriter json) => json.Text("awsPcaAuthorityArn", AwsPcaAuthorityArn);
}
