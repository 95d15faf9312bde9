namespace Amazon.ECS.Model;

/// <summary><c>RuntimePlatform</c> of the Amazon ECS API reference.</summary>
public class RuntimePlatform
{
    public CPUArchitecture CpuArchitecture { get; set; }

    public OSFamily OperatingSystemFamily { get; set; }

    internal static RuntimePlatform Read(JsonElement json) => new()
    {
        CpuArchitecture = json.Text("cpuArchitecture"),
        OperatingSystemFamily = json.Text("operatingSystemFamily"),
    };
}
