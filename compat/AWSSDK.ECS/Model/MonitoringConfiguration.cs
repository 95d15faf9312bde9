namespace Amazon.ECS.Model;

/// <summary><c>MonitoringConfiguration</c> of the Amazon ECS API reference.</summary>
public class MonitoringConfiguration
{
    public List<MetricConfiguration> MetricConfigurations { get; set; }

    internal void Write(Utf8JsonWriter json) => json.List("metricConfigurations", MetricConfigurations, (item, to) => item.Write(to));
}
