namespace Amazon.EventBridge.Model;

public class PutEventsResultEntry
{
    public string ErrorCode { get; set; }

    public string ErrorMessage { get; set; }

    public string EventId { get; set; }

    internal static PutEventsResultEntry Read(JsonElement json) => new()
    {
        ErrorCode = json.Text("ErrorCode"),
        ErrorMessage = json.Text("ErrorMessage"),
        EventId = json.Text("EventId"),
    };
}
