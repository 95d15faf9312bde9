namespace Amazon.ECS.Model;

public class DeploymentController
{
    public DeploymentControllerType Type { get; set; }

    internal static DeploymentController Read(JsonElement json) => new()
    {
        Type = json.Text("type"),
    };

    internal void Write(Utf8JsonWriter json) => json.Text("type", Type?.Value);
}
