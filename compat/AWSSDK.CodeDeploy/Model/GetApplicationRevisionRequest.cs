namespace Amazon.CodeDeploy.Model;

public class GetApplicationRevisionRequest : AmazonCodeDeployRequest
{
    public string ApplicationName { get; set; }

    public RevisionLocation Revision { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Text("applicationName", ApplicationName);
        json.Object("revision", Revision, (item, to) => item.Write(to));
    }
}
