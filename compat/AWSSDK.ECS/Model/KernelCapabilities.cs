namespace Amazon.ECS.Model;

/// <summary><c>KernelCapabilities</c> of the Amazon ECS API reference.</summary>
public class KernelCapabilities
{
    public List<string> Add { get; set; }

    public List<string> Drop { get; set; }

    internal static KernelCapabilities Read(JsonElement json) => new()
    {
        Add = json.Texts("add"),
        Drop = json.Texts("drop"),
    };
}
