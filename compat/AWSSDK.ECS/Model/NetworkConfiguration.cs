namespace Amazon.ECS.Model;

/// <summary><c>NetworkConfiguration</c> of the Amazon ECS API reference.</summary>
public class NetworkConfiguration
{
    public AwsVpcConfiguration AwsvpcConfiguration { get; set; }

    internal static NetworkConfiguration Read(JsonElement json) => new()
    {
        AwsvpcConfiguration = json.Object("awsvpcConfiguration", AwsVpcConfiguration.Read),
    };

    internal void Write(Utf8JsonWriter json) => json.Object("awsvpcConfiguration", AwsvpcConfiguration, (item, to) => item.Write(to));
}
