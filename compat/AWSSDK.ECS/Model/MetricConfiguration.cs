namespace Amazon.ECS.Model;

/// <summary><c>MetricConfiguration</c> of the Amazon ECS API reference.</summary>
public class MetricConfiguration
{
    public List<string> MetricNames { get; set; }

    public int? ResolutionSeconds { get; set; }

    internal void Write(Utf8JsonWriter json)
    {
        json.Texts("metricNames", MetricNames);
        json.Number("resolutionSeconds", ResolutionSeconds);
    }
}
