namespace Amazon.ECS.Model;

/// <summary><c>EFSAuthorizationConfig</c> of the Amazon ECS API reference.</summary>
public class EFSAuthorizationConfig
{
    public string AccessPointId { get; set; }

    public EFSAuthorizationConfigIAM Iam { get; set; }

    internal static EFSAuthorizationConfig Read(JsonElement json) => new()
    {
        AccessPointId = json.Text("accessPointId"),
        Iam = json.Text("iam"),
    };
}
