using RotationLambdas.EcsRedeployment.Outcomes;

namespace RotationLambdas.EcsRedeployment.Tests.Outcomes;

public sealed class EmbeddedMetricsTests
{
    private readonly StringWriter _output = new();

    [Fact]
    public void A_line_is_what_the_embedded_metric_format_asks_for()
    {
        Write(null);

        JsonNode.DeepEquals(JsonNode.Parse(_output.ToString()), JsonNode.Parse($$"""
            {
              "level": "FATAL",
              "_aws": {
                "Timestamp": {{Fixture.Noon.ToUnixTimeMilliseconds()}},
                "CloudWatchMetrics": [{"Namespace": "Shop", "Dimensions": [[]], "Metrics": [{"Name": "ServicesFailed", "Unit": "Count"}]}]
              },
              "ServicesFailed": 2
            }
            """)).ShouldBeTrue(_output.ToString());
        _output.ToString().TrimEnd().ShouldNotContain('\n');
    }

    [Fact]
    public void A_dimension_is_declared_and_given()
    {
        Write(("Reason", "AlreadyFresh"));

        var line = JsonNode.Parse(_output.ToString())!;
        line["_aws"]!["CloudWatchMetrics"]![0]!["Dimensions"]!.ToJsonString().ShouldBe("""[["Reason"]]""");
        line["Reason"]!.GetValue<string>().ShouldBe("AlreadyFresh");
    }

    private void Write((string, string)? dimension) =>
        new EmbeddedMetrics(_output, "Shop", new EagerClock(Fixture.Noon))
            .Write("Count", new Dictionary<string, double> { ["ServicesFailed"] = 2 }, dimension);
}
