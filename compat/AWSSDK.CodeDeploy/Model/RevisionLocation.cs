namespace Amazon.CodeDeploy.Model;

public class RevisionLocation
{
    public AppSpecContent AppSpecContent { get; set; }

    public RevisionLocationType RevisionType { get; set; }

    public S3Location S3Location { get; set; }

#pragma warning disable CA1720 // The official package's name.
    public RawString String { get; set; }
#pragma warning restore CA1720

    internal static RevisionLocation Read(JsonElement json) => new()
    {
        AppSpecContent = json.Object("appSpecContent", AppSpecContent.Read),
        RevisionType = json.Text("revisionType"),
        S3Location = json.Object("s3Location", S3Location.Read),
        String = json.Object("string", RawString.Read),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Object("appSpecContent", AppSpecContent, (item, to) => item.Write(to));
        json.Text("revisionType", RevisionType);
        json.Object("s3Location", S3Location, (item, to) => item.Write(to));
        json.Object("string", String, (item, to) => item.Write(to));
    }
}
