namespace Amazon.ECS.Model;

/// <summary><c>InferenceAcceleratorOverride</c> of the Amazon ECS API reference.</summary>
public class InferenceAcceleratorOverride
{
    public string DeviceName { get; set; }

    public string DeviceType { get; set; }

    internal static InferenceAcceleratorOverride Read(JsonElement json) => new()
    {
        DeviceName = json.Text("deviceName"),
        DeviceType = json.Text("deviceType"),
    };
}
