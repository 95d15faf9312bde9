namespace Amazon.ECS.Model;

/// <summary><c>ServiceVolumeConfiguration</c> of the Amazon ECS API reference.</summary>
public class ServiceVolumeConfiguration
{
    public ServiceManagedEBSVolumeConfiguration ManagedEBSVolume { get; set; }

    public string Name { get; set; }

    internal static ServiceVolumeConfiguration Read(JsonElement json) => new()
    {
        ManagedEBSVolume = json.Object("managedEBSVolume", ServiceManagedEBSVolumeConfiguration.Read),
        Name = json.Text("name"),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Object("managedEBSVolume", ManagedEBSVolume, (item, to) => item.Write(to));
        json.Text("name", Name);
    }
}
