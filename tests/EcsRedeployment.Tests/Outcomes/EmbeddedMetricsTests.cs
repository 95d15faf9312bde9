namespace RotationLambdas.EcsRedeployment.Tests.Outcomes;

public sealed class EmbeddedMetricsTests
{
    private readonly StringWriter _output = new();

    [Fact]
    public void A_line_is_what_the_embedded_metric_format_asks_for()
    {
        Write();

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
    public void Dimensions_are_declared_and_given()
    {
        Write(("Reason", "AlreadyFresh"), ("Step", "SetSecret"));

        var line = JsonNode.Parse(_output.ToString())!;
        line["_aws"]!["CloudWatchMetrics"]![0]!["Dimensions"]!.ToJsonString().ShouldBe("""[["Reason","Step"]]""");
        line["Reason"]!.GetValue<string>().ShouldBe("AlreadyFresh");
    }

    private void Write(params IReadOnlyList<(string, string)> dimensions) =>
        new EmbeddedMetrics(_output, "Shop", new EagerClock(Fixture.Noon))
            .Write("Count", new Dictionary<string, double> { ["ServicesFailed"] = 2 }, dimensions);
}
