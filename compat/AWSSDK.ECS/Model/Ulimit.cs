namespace Amazon.ECS.Model;

/// <summary><c>Ulimit</c> of the Amazon ECS API reference.</summary>
public class Ulimit
{
    public int? HardLimit { get; set; }

    public UlimitName Name { get; set; }

    public int? SoftLimit { get; set; }

    internal static Ulimit Read(JsonElement json) => new()
    {
        HardLimit = json.Int("hardLimit"),
        Name = json.Text("name"),
        SoftLimit = json.Int("softLimit"),
    };
}
