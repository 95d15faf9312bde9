namespace Amazon.CodeDeploy.Model;

public class S3Location
{
    public string Bucket { get; set; }

    public BundleType BundleType { get; set; }

    public string ETag { get; set; }

    public string Key { get; set; }

    public string Version { get; set; }

    internal static S3Location Read(JsonElement json) => new()
    {
        Bucket = json.Text("bucket"),
        BundleType = json.Text("bundleType"),
        ETag = json.Text("eTag"),
        Key = json.Text("key"),
        Version = json.Text("version"),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Text("bucket", Bucket);
        json.Text("bundleType", BundleType);
        json.Text("eTag", ETag);
        json.Text("key", Key);
        json.Text("version", Version);
    }
}
