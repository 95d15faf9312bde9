namespace Amazon.CodeDeploy.Model;

public class RawString
{
    public string Content { get; set; }

    public string Sha256 { get; set; }

    internal static RawString Read(JsonElement json) => new()
    {
        Content = json.Text("content"),
        Sha256 = json.Text("sha256"),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Text("content", Content);
        json.Text("sha256", Sha256);
    }
}
