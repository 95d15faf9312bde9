using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.EventBridge.Patterns;

namespace RotationLambdas.Sandbox.Tests.EventBridge.Patterns;

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
    [InlineData("""{"detail":{"error":[{"exists":false}]}}""", true)]
    [InlineData("""{"detail":{"name":[{"exists":true}]}}""", true)]
    [InlineData("""{"Source":["aws.secretsmanager"]}""", false)]
    public void The_native_secret_event_is_matched_as_EventBridge_does(string pattern, bool matches) =>
        EventPattern.Parse(pattern).Matches(JsonNode.Parse(LabelEvent)!).ShouldBe(matches);

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
    // Prefix and suffix.
    [InlineData("""{"a":[{"prefix":"ab"}]}""", """{"a":"abc"}""", true)]
    [InlineData("""{"a":[{"prefix":{"equals-ignore-case":"AB"}}]}""", """{"a":"abc"}""", true)]
    [InlineData("""{"a":[{"suffix":".png"}]}""", """{"a":"x.png"}""", true)]
    [InlineData("""{"a":[{"suffix":{"equals-ignore-case":".PNG"}}]}""", """{"a":"x.png"}""", true)]
    [InlineData("""{"a":[{"suffix":".png"}]}""", """{"a":"x.jpg"}""", false)]
    [InlineData("""{"a":[{"prefix":""}]}""", """{"a":5}""", false)]
    [InlineData("""{"a":[{"equals-ignore-case":"Alice"}]}""", """{"a":"aLICE"}""", true)]
    // anything-but: the field has to be there.
    [InlineData("""{"a":[{"anything-but":"x"}]}""", """{"a":"y"}""", true)]
    [InlineData("""{"a":[{"anything-but":"x"}]}""", """{"a":"x"}""", false)]
    [InlineData("""{"a":[{"anything-but":"x"}]}""", "{}", false)]
    [InlineData("""{"a":[{"anything-but":["x","y"]}]}""", """{"a":"y"}""", false)]
    [InlineData("""{"a":[{"anything-but":[1,2]}]}""", """{"a":3}""", true)]
    [InlineData("""{"a":[{"anything-but":{"prefix":"x"}}]}""", """{"a":"xyz"}""", false)]
    [InlineData("""{"a":[{"anything-but":{"prefix":["x","y"]}}]}""", """{"a":"yz"}""", false)]
    [InlineData("""{"a":[{"anything-but":{"suffix":"z"}}]}""", """{"a":"xyz"}""", false)]
    [InlineData("""{"a":[{"anything-but":{"equals-ignore-case":["X","Y"]}}]}""", """{"a":"y"}""", false)]
    [InlineData("""{"a":[{"anything-but":{"wildcard":"*/lib/*"}}]}""", """{"a":"u/lib/x"}""", false)]
    // exists works on leaves only.
    [InlineData("""{"a":[{"exists":true}]}""", """{"a":null}""", true)]
    [InlineData("""{"a":[{"exists":true}]}""", """{"a":{"b":1}}""", false)]
    [InlineData("""{"a":{"b":[{"exists":false}]}}""", """{"a":{"c":1}}""", true)]
    [InlineData("""{"a":{"b":[{"exists":false}]}}""", "{}", true)]
    [InlineData("""{"a":[{"exists":false}]}""", """{"a":1}""", false)]
    [InlineData("""{"a":["x",{"exists":false}]}""", "{}", true)]
    // Wildcards.
    [InlineData("""{"a":[{"wildcard":"arn:*:secret:db-*"}]}""", """{"a":"arn:aws:sm:secret:db-1"}""", true)]
    [InlineData("""{"a":[{"wildcard":"*"}]}""", """{"a":""}""", true)]
    [InlineData("""{"a":[{"wildcard":"a*b*c"}]}""", """{"a":"axxbyybzzc"}""", true)]
    [InlineData("""{"a":[{"wildcard":"a*b"}]}""", """{"a":"axxbc"}""", false)]
    [InlineData("""{"a":[{"wildcard":"a\\*b"}]}""", """{"a":"a*b"}""", true)]
    [InlineData("""{"a":[{"wildcard":"a\\*b"}]}""", """{"a":"axb"}""", false)]
    // $or, beside other fields and within objects; with one entry it is a field like any other.
    [InlineData("""{"$or":[{"a":[1]},{"b":[2]}]}""", """{"b":2}""", true)]
    [InlineData("""{"$or":[{"a":[1]},{"b":[2]}]}""", """{"a":2,"b":1}""", false)]
    [InlineData("""{"c":["x"],"$or":[{"a":[1]},{"b":[2]}]}""", """{"a":1,"c":"y"}""", false)]
    [InlineData("""{"d":{"$or":[{"a":[1]},{"b":[{"exists":false}]}]}}""", """{"d":{"x":0}}""", true)]
    [InlineData("""{"$or":["x"]}""", """{"$or":"x"}""", true)]
    // The event's shape does not fit.
    [InlineData("""{"a":{"b":["x"]}}""", """{"a":"x"}""", false)]
    [InlineData("""{"a":["x"]}""", """{"a":{"x":1}}""", false)]
    public void A_pattern_matches_as_the_user_guide_says(string pattern, string awsEvent, bool matches) =>
        EventPattern.Parse(pattern).Matches(JsonNode.Parse(awsEvent)!).ShouldBe(matches);

    [Theory]
    [InlineData("{", "Pattern is not valid JSON")]
    [InlineData("[]", "Filter is not an object")]
    [InlineData("{}", "Empty objects are not allowed")]
    [InlineData("""{"a":"x"}""", "\"a\" must be an object or an array")]
    [InlineData("""{"a":[]}""", "Empty arrays are not allowed")]
    [InlineData("""{"a":{}}""", "Empty objects are not allowed")]
    [InlineData("""{"a":[["x"]]}""", "Match value must be String, number, true, false, or null")]
    [InlineData("""{"a":[{"begins":"x"}]}""", "Unrecognized match type begins")]
    [InlineData("""{"a":[{"prefix":"x","suffix":"y"}]}""", "Only one key allowed in match expression")]
    [InlineData("""{"a":[{"prefix":1}]}""", "prefix match pattern must be a string")]
    [InlineData("""{"a":[{"exists":"yes"}]}""", "exists match pattern must be either true or false.")]
    [InlineData("""{"a":[{"anything-but":[]}]}""", "Value of anything-but must be")]
    [InlineData("""{"a":[{"wildcard":"a**b"}]}""", "Consecutive wildcard characters")]
    [InlineData("""{"a":[{"wildcard":"a\\b"}]}""", "Invalid escape character")]
    public void Refuses_a_pattern_that_EventBridge_refuses(string pattern, string reason) =>
        Should.Throw<InvalidEventPatternException>(() => EventPattern.Parse(pattern))
            .Message.ShouldStartWith("Event pattern is not valid. Reason: " + reason);
}
