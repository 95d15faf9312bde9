namespace Amazon.ECS.Model;

/// <summary><c>InferenceAccelerator</c> of the Amazon ECS API reference.</summary>
public class InferenceAccelerator
{
    public string DeviceName { get; set; }

    public string DeviceType { get; set; }

    internal static InferenceAccelerator Read(JsonElement json) => new()
    {
        DeviceName = json.Text("deviceName"),
        DeviceType = json.Text("deviceType"),
    };
}
