namespace Amazon.CodeDeploy.Model;

public class GetApplicationRevisionResponse : AmazonWebServiceResponse
{
    public string ApplicationName { get; set; }

    public RevisionLocation Revision { get; set; }

    internal static GetApplicationRevisionResponse Read(JsonElement json) => new()
    {
        ApplicationName = json.Text("applicationName"),
        Revision = json.Object("revision", RevisionLocation.Read),
    };
}
