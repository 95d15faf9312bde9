namespace Amazon.EventBridge.Model;

public class PutEventsRequest : AmazonEventBridgeRequest
{
    public List<PutEventsRequestEntry> Entries { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.List("Entries", Entries, (item, to) => item.Write(to));
    }
}
