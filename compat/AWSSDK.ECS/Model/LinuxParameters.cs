namespace Amazon.ECS.Model;

/// <summary><c>LinuxParameters</c> of the Amazon ECS API reference.</summary>
public class LinuxParameters
{
    public KernelCapabilities Capabilities { get; set; }

    public List<Device> Devices { get; set; }

    public bool? InitProcessEnabled { get; set; }

    public int? MaxSwap { get; set; }

    public int? SharedMemorySize { get; set; }

    public int? Swappiness { get; set; }

    public List<Tmpfs> Tmpfs { get; set; }

    internal static LinuxParameters Read(JsonElement json) => new()
    {
        Capabilities = json.Object("capabilities", KernelCapabilities.Read),
        Devices = json.List("devices", Device.Read),
        InitProcessEnabled = json.Flag("initProcessEnabled"),
        MaxSwap = json.Int("maxSwap"),
        SharedMemorySize = json.Int("sharedMemorySize"),
        Swappiness = json.Int("swappiness"),
        Tmpfs = json.List("tmpfs", Model.Tmpfs.Read),
    };
}
