namespace Amazon.ECS.Model;

/// <summary><c>EphemeralStorage</c> of the Amazon ECS API reference.</summary>
public class EphemeralStorage
{
    public int? SizeInGiB { get; set; }

    internal static EphemeralStorage Read(JsonElement json) => new()
    {
        SizeInGiB = json.Int("sizeInGiB"),
    };
}
