namespace Amazon.ECS.Model;

/// <summary><c>ServiceConnectAccessLogConfiguration</c> of the Amazon ECS API reference.</summary>
public class ServiceConnectAccessLogConfiguration
{
    public ServiceConnectAccessLoggingFormat Format { get; set; }

    public ServiceConnectIncludeQueryParameters IncludeQueryParameters { get; set; }

    internal static ServiceConnectAccessLogConfiguration Read(JsonElement json) => new()
    {
        Format = json.Text("format"),
        IncludeQueryParameters = json.Text("includeQueryParameters"),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Text("format", Format?.Value);
        json.Text("includeQueryParameters", IncludeQueryParameters?.Value);
    }
}
