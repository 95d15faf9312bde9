namespace Amazon.ECS.Model;

/// <summary>What <c>ListTagsForResource</c> answers.</summary>
public class ListTagsForResourceResponse : AmazonWebServiceResponse
{
    public List<Tag> Tags { get; set; }

    internal static ListTagsForResourceResponse Read(JsonElement json) => new()
    {
        Tags = json.List("tags", Tag.Read),
    };
}
