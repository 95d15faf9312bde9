using RotationLambdas.Sandbox.EventBridge;

namespace RotationLambdas.Sandbox.Tests.EventBridge;

public sealed class EventPatternTests
{
    private const string LabelEvent = """
        {"version":"0","id":"6a7e8feb-b491-4cf7-a9f1-bf3703467718","detail-type":"Secret Label Updated","source":"aws.secretsmanager","account":"012345678901",
         "time":"2024-02-06T16:43:48Z","region":"us-west-2","resources":["arn:aws:secretsmanager:us-west-2:012345678901:secret:mySecret-a1b2c3"],
         "detail":{"name":"mySecret","labelUpdated":"AWSCURRENT","versionId":"a1b2c3d4-5678-90ab-cdef-EXAMPLE11111"}}
        """;

    [Theory]
    [InlineData("""{"source":["aws.secretsmanager"],"detail-type":["Secret Label Updated"],"detail":{"labelUpdated":["AWSCURRENT"]}}""",
        true)]
    [InlineData("""{"source":["aws.secretsmanager"],"detail":{"labelUpdated":["AWSPENDING"]}}""", false)]
    [InlineData("""{"source":["aws.ecs","aws.secretsmanager"]}""", true)]
    [InlineData("""{"source":["aws.ecs"]}""", false)]
    [InlineData("""{"resources":["arn:aws:secretsmanager:us-west-2:012345678901:secret:mySecret-a1b2c3"]}""", true)]
    [InlineData("""{"resources":[{"prefix":"arn:aws:secretsmanager:us-west-2:"}]}""", true)]
    [InlineData("""{"detail":{"name":[{"prefix":"my"}]}}""", true)]
    [InlineData("""{"detail":{"name":[{"prefix":"MY"}]}}""", false)]
    [InlineData("""{"Source":["aws.secretsmanager"]}""", false)]
    public void The_native_secret_event_is_matched_as_EventBridge_does(string pattern, bool matches) =>
        Pattern(pattern).Matches(JsonNode.Parse(LabelEvent)!).ShouldBe(matches);

    [Theory]
    // Exact values: texts, numbers by value, true, false, null.
    [InlineData("""{"a":["x"]}""", """{"a":"x"}""", true)]
    [InlineData("""{"a":["x"]}""", """{"a":"X"}""", false)]
    [InlineData("""{"a":[1]}""", """{"a":1.0}""", true)]
    [InlineData("""{"a":[300]}""", """{"a":3e2}""", true)]
    [InlineData("""{"a":["1"]}""", """{"a":1}""", false)]
    [InlineData("""{"a":[true]}""", """{"a":true}""", true)]
    [InlineData("""{"a":[true]}""", """{"a":"true"}""", false)]
    [InlineData("""{"a":[null]}""", """{"a":null}""", true)]
    [InlineData("""{"a":[null]}""", "{}", false)]
    [InlineData("""{"a":[""]}""", """{"a":""}""", true)]
    // Arrays of the event: one element is enough.
    [InlineData("""{"a":["x","y"]}""", """{"a":["z","y"]}""", true)]
    [InlineData("""{"a":["x"]}""", """{"a":[]}""", false)]
    // Objects within arrays.
    [InlineData("""{"a":{"b":["x"]}}""", """{"a":[{"b":"y"},{"b":"x"}]}""", true)]
    [InlineData("""{"a":{"b":["x"],"c":[1]}}""", """{"a":[{"b":"x","c":2},{"b":"y","c":1}]}""", false)]
    // Prefix.
    [InlineData("""{"a":[{"prefix":"ab"}]}""", """{"a":"abc"}""", true)]
    [InlineData("""{"a":[{"prefix":""}]}""", """{"a":5}""", false)]
    // The event's shape does not fit.
    [InlineData("""{"a":{"b":["x"]}}""", """{"a":"x"}""", false)]
    [InlineData("""{"a":["x"]}""", """{"a":{"x":1}}""", false)]
    public void A_pattern_matches_as_in_the_user_guide(string pattern, string awsEvent, bool matches) =>
        Pattern(pattern).Matches(JsonNode.Parse(awsEvent)!).ShouldBe(matches);

    [Theory]
    [InlineData("{}", "Empty objects are not allowed")]
    [InlineData("""{"a":"x"}""", "\"a\" must be an object or an array")]
    [InlineData("""{"a":[]}""", "Empty arrays are not allowed")]
    [InlineData("""{"a":{}}""", "Empty objects are not allowed")]
    [InlineData("""{"a":[["x"]]}""", "Match value must be String, number, true, false, or null")]
    [InlineData("""{"a":[{"begins":"x"}]}""", "Unrecognized match type begins")]
    [InlineData("""{"a":[{"wildcard":"x*"}]}""", "Unrecognized match type wildcard")]
    [InlineData("""{"$or":[{"a":[1]},{"b":[2]}]}""", "The sandbox does not support $or")]
    [InlineData("""{"a":[{"prefix":"x","more":"y"}]}""", "Only one key allowed in match expression")]
    [InlineData("""{"a":[{"prefix":1}]}""", "prefix match pattern must be a string")]
    public void Refuses_a_pattern_that_EventBridge_refuses(string pattern, string reason) =>
        Should.Throw<InvalidEventPatternException>(() => Pattern(pattern))
            .Message.ShouldStartWith("Event pattern is not valid. Reason: " + reason);

    private static EventPattern Pattern(string json) => new(JsonNode.Parse(json)!.AsObject());
}
