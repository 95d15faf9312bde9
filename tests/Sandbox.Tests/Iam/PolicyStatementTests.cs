namespace RotationLambdas.Sandbox.Tests.Iam;

public class PolicyStatementTests
{
    private const string Queue = "arn:aws:sqs:eu-west-1:123456789012:orders";

    [Fact]
    public void A_deny_wins_over_every_allow()
    {
        var statements = Read(
            """{"Sid":"A","Effect":"Allow","Action":"sqs:*","Resource":"*"}""",
            """{"Sid":"B","Effect":"Deny","Action":["sqs:DeleteMessage"],"Resource":["*"]}""");

        PolicyDecision.Of(statements, new IamRequest("sqs:ReceiveMessage", Queue)).IsAllowed.ShouldBeTrue();
        PolicyDecision.Of(statements, new IamRequest("sqs:DeleteMessage", Queue)).IsExplicitDeny.ShouldBeTrue();
        var silence = PolicyDecision.Of(statements, new IamRequest("sns:Publish", "arn:aws:sns:eu-west-1:123456789012:t"));
        silence.IsAllowed.ShouldBeFalse();
        silence.IsExplicitDeny.ShouldBeFalse();
    }

    [Theory]
    [InlineData("StringEquals", "web", "web", true)]
    [InlineData("StringEquals", "web", "Web", false)]
    [InlineData("StringEquals", "w*", "web", false)]
    [InlineData("StringLike", "w*", "web", true)]
    [InlineData("ArnEquals", "arn:aws:sqs:*:*:a", "arn:aws:sqs:eu-west-1:1:a", true)]
    [InlineData("ArnLike", "arn:aws:sqs:*:*:a", "arn:aws:sqs:eu-west-1:1:b", false)]
    [InlineData("Bool", "false", "False", true)]
    [InlineData("Bool", "false", "true", false)]
    public void A_condition_compares_by_its_operator(string @operator, string wanted, string given, bool holds)
    {
        var statement = Read(
            """{"Sid":"A","Effect":"Allow","Action":"x:Y","Resource":"*","Condition":{"OPERATOR":{"x:Key":["other","WANTED"]}}}"""
            .Replace("OPERATOR", @operator).Replace("WANTED", wanted))[0];

        statement.Matches(new IamRequest("x:Y", "z").With("X:key", given)).ShouldBe(holds);
        statement.Matches(new IamRequest("x:Y", "z")).ShouldBeFalse("the request carries no such key");
    }

    [Fact]
    public void All_conditions_have_to_hold()
    {
        var statement = Read(
            """{"Sid":"A","Effect":"Allow","Action":"x:Y","Resource":"*","Condition":{"StringEquals":{"a:1":"1","a:2":"2"},"StringLike":{"a:3":"3*"}}}""")[0];

        statement.Matches(new IamRequest("x:Y", "z").With("a:1", "1").With("a:2", "2").With("a:3", "33")).ShouldBeTrue();
        statement.Matches(new IamRequest("x:Y", "z").With("a:1", "1").With("a:2", "2").With("a:3", "4")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"Sid":"A","Effect":"Allow","NotAction":"x:Y","Resource":"*"}""", "NotAction is not evaluated here.")]
    [InlineData("""{"Sid":"A","Effect":"Allow","Action":"x:Y","NotResource":"*"}""", "NotResource is not evaluated here.")]
    [InlineData("""{"Effect":"Allow","Action":"x:Y","Resource":"*"}""", "A statement has no Sid")]
    public void What_is_not_evaluated_is_refused_and_not_passed_over(string statement, string message) =>
        Should.Throw<PolicyException>(() => Read(statement)).Message.ShouldStartWith(message);

    [Fact]
    public void An_operator_that_is_not_evaluated_is_refused_when_it_is_met() =>
        Should.Throw<PolicyException>(
            () => Read(
                """{"Sid":"A","Effect":"Allow","Action":"x:Y","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}""")[0]
            .Matches(new IamRequest("x:Y", "z"))).Message.ShouldBe("The condition operator IpAddress is not evaluated here.");

    private static IReadOnlyList<PolicyStatement> Read(params string[] statements) =>
        PolicyStatement.ReadAll(JsonNode.Parse($$"""{"Statement":[{{string.Join(',', statements)}}]}""")!);
}
