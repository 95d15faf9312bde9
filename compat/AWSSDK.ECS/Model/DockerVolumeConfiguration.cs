namespace Amazon.ECS.Model;

/// <summary><c>DockerVolumeConfiguration</c> of the Amazon ECS API reference.</summary>
public class DockerVolumeConfiguration
{
    public bool? Autoprovision { get; set; }

    public string Driver { get; set; }

    public Dictionary<string, string> DriverOpts { get; set; }

    public Dictionary<string, string> Labels { get; set; }

    public Scope Scope { get; set; }

    internal static DockerVolumeConfiguration Read(JsonElement json) => new()
    {
        Autoprovision = json.Flag("autoprovision"),
        Driver = json.Text("driver"),
        DriverOpts = json.Map("driverOpts"),
        Labels = json.Map("labels"),
        Scope = json.Text("scope"),
    };
}
