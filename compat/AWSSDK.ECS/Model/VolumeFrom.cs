namespace Amazon.ECS.Model;

/// <summary><c>VolumeFrom</c> of the Amazon ECS API reference.</summary>
public class VolumeFrom
{
    public bool? ReadOnly { get; set; }

    public string SourceContainer { get; set; }

    internal static VolumeFrom Read(JsonElement json) => new()
    {
        ReadOnly = json.Flag("readOnly"),
        SourceContainer = json.Text("sourceContainer"),
    };
}
