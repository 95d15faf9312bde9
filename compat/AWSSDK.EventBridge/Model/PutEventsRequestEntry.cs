namespace Amazon.EventBridge.Model;

public class PutEventsRequestEntry
{
    public string Detail { get; set; }

    public string DetailType { get; set; }

    public string EventBusName { get; set; }

    public List<string> Resources { get; set; }

    public string Source { get; set; }

    internal void Write(Utf8JsonWriter json)
    {
        json.Text("Detail", Detail);
        json.Text("DetailType", DetailType);
        json.Text("EventBusName", EventBusName);
        json.Texts("Resources", Resources);
        json.Text("Source", Source);
    }
}
