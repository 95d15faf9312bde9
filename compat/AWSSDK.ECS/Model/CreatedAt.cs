namespace Amazon.ECS.Model;

public class CreatedAt
{
    public DateTime? After { get; set; }

    internal void Write(Utf8JsonWriter json)
    {
        json.Time("after", After);
    }
}
