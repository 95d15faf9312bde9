namespace Amazon.SecretsManager.Model;

/// <summary><c>Filter</c> of the AWS Secrets Manager API reference.</summary>
public class Filter
{
    public FilterNameStringType Key { get; set; }

    public List<string> Values { get; set; }

    internal void Write(Utf8JsonWriter json)
    {
        json.Text("Key", Key?.Value);
        json.Texts("Values", Values);
    }
}
