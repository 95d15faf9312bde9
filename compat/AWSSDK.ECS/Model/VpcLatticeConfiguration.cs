namespace Amazon.ECS.Model;

/// <summary><c>VpcLatticeConfiguration</c> of the Amazon ECS API reference.</summary>
public class VpcLatticeConfiguration
{
    public string PortName { get; set; }

    public string RoleArn { get; set; }

    public string TargetGroupArn { get; set; }

    internal static VpcLatticeConfiguration Read(JsonElement json) => new()
    {
        PortName = json.Text("portName"),
        RoleArn = json.Text("roleArn"),
        TargetGroupArn = json.Text("targetGroupArn"),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Text("portName", PortName);
        json.Text("roleArn", RoleArn);
        json.Text("targetGroupArn", TargetGroupArn);
    }
}
