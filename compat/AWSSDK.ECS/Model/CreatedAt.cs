namespace Amazon.ECS.Model;

/// <summary><c>CreatedAt</c> of the Amazon ECS API reference.</summary>
public class CreatedAt
{
    public DateTime? After { get; set; }

    internal void Write(Utf8JsonWriter json)
    {
        json.Time("after", After);
    }
}
