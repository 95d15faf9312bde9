namespace Amazon.ECS.Model;

public class StopTaskRequest : AmazonECSRequest
{
    public string Cluster { get; set; }

    public string Reason { get; set; }

    public string Task { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Text("cluster", Cluster);
        json.Text("reason", Reason);
        json.Text("task", Task);
    }
}
