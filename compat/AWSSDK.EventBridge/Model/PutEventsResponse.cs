namespace Amazon.EventBridge.Model;

public class PutEventsResponse : AmazonWebServiceResponse
{
    public List<PutEventsResultEntry> Entries { get; set; }

    public int? FailedEntryCount { get; set; }

    internal static PutEventsResponse Read(JsonElement json) => new()
    {
        Entries = json.List("Entries", PutEventsResultEntry.Read),
        FailedEntryCount = json.Int("FailedEntryCount"),
    };
}
