namespace Amazon.ECS.Model;

public class StopTaskResponse : AmazonWebServiceResponse
{
    public Task Task { get; set; }

    internal static StopTaskResponse Read(JsonElement json) => new()
    {
        Task = json.Object("task", Task.Read),
    };
}
