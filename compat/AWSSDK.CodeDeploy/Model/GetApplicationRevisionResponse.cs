namespace Amazon.CodeDeploy.Model;

/// <summary>What <c>GetApplicationRevision</c> answers.</summary>
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
