namespace Amazon.ECS.Model;

/// <summary>What <c>ListTagsForResource</c> is asked with.</summary>
public class ListTagsForResourceRequest : AmazonECSRequest
{
    public string ResourceArn { get; set; }

    internal override void Write(Utf8JsonWriter json) => json.Text("resourceArn", ResourceArn);
}
