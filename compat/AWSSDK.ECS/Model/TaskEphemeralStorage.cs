namespace Amazon.ECS.Model;

/// <summary><c>TaskEphemeralStorage</c> of the Amazon ECS API reference.</summary>
public class TaskEphemeralStorage
{
    public string KmsKeyId { get; set; }

    public int? SizeInGiB { get; set; }

    internal static TaskEphemeralStorage Read(JsonElement json) => new()
    {
        KmsKeyId = json.Text("kmsKeyId"),
        SizeInGiB = json.Int("sizeInGiB"),
    };
}
