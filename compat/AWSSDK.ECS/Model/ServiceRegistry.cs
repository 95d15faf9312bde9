namespace Amazon.ECS.Model;

/// <summary><c>ServiceRegistry</c> of the Amazon ECS API reference.</summary>
public class ServiceRegistry
{
    public string ContainerName { get; set; }

    public int? ContainerPort { get; set; }

    public int? Port { get; set; }

    public string RegistryArn { get; set; }

    internal static ServiceRegistry Read(JsonElement json) => new()
    {
        ContainerName = json.Text("containerName"),
        ContainerPort = json.Int("containerPort"),
        Port = json.Int("port"),
        RegistryArn = json.Text("registryArn"),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Text("containerName", ContainerName);
        json.Number("containerPort", ContainerPort);
        json.Number("port", Port);
        json.Text("registryArn", RegistryArn);
    }
}
