namespace RotationLambdas.Sandbox.Tests.Template;

public class IntrinsicsTests
{
    [Theory]
    [InlineData("!Ref Name", "orders")]
    [InlineData("!Ref AWS::Region", "eu-west-1")]
    [InlineData("!Ref Queue", "http://127.0.0.1:4566/123456789012/rotation-Queue")]
    [InlineData("!GetAtt Queue.Arn", "arn:aws:sqs:eu-west-1:123456789012:rotation-Queue")]
    [InlineData("!Sub 'a-${Name}-${AWS::AccountId}'", "a-orders-123456789012")]
    [InlineData("!Sub ['${x}/${Queue.QueueName}', {x: !Ref Name}]", "orders/rotation-Queue")]
    [InlineData("!Sub 'literal ${!Name}'", "literal ${Name}")]
    [InlineData("!Sub 'unclosed ${Name'", "unclosed ${Name")]
    [InlineData("!If [IsOrders, yes-it-is, no]", "yes-it-is")]
    [InlineData("!If [IsOther, yes-it-is, no-it-is-not]", "no-it-is-not")]
    [InlineData("!Join ['+', [a, !Ref Name, c]]", "a+orders+c")]
    [InlineData("!Join ['+', !Ref Names]", "x+y+z")]
    [InlineData("!Select [1, !Split [',', 'a,b,c']]", "b")]
    [InlineData("!Select [2, !Ref Names]", "z")]
    public void A_function_gives_what_CloudFormation_documents(string expression, string expected) =>
        Intrinsics.Text(Resolved(expression)).ShouldBe(expected);

    [Theory]
    [InlineData("!Equals [!Ref Name, orders]", true)]
    [InlineData("!Not [!Condition IsOrders]", false)]
    [InlineData("!And [!Condition IsOrders, !Not [!Condition IsOther]]", true)]
    [InlineData("!Or [!Condition IsOther, !Equals [1, 2]]", false)]
    public void Conditions_combine(string expression, bool expected) => Resolved(expression)!.GetValue<bool>().ShouldBe(expected);

    [Fact]
    public void NoValue_takes_its_member_or_element_with_it()
    {
        Resolved("{a: !Ref AWS::NoValue, b: 1}")!.ToJsonString().ShouldBe("""{"b":1}""");
        Resolved("[!If [IsOther, 1, !Ref AWS::NoValue], 2]")!.ToJsonString().ShouldBe("[2]");
    }

    [Theory]
    [InlineData("!Ref Nobody", "Ref: there is no Nobody.")]
    [InlineData("!GetAtt Queue.Colour", "Fn::GetAtt: there is no Queue.Colour.")]
    [InlineData("!Sub '${Queue.Colour}'", "Fn::Sub: there is no Queue.Colour.")]
    [InlineData("!If [Never, 1, 2]", "There is no condition Never.")]
    [InlineData("!Base64 text", "Fn::Base64 is not among the functions that the sandbox works out.")]
    public void What_cannot_be_worked_out_is_an_error_and_never_left_standing(string expression, string message) =>
        Should.Throw<TemplateException>(() => Resolved(expression)).Message.ShouldBe(message);

    [Theory]
    [InlineData("'true'", "\"true\"")]
    [InlineData("true", "true")]
    [InlineData("'5432'", "\"5432\"")]
    [InlineData("5432", "5432")]
    [InlineData("2012-10-17", "\"2012-10-17\"")]
    [InlineData("0.1", "\"0.1\"")]
    public void A_scalar_keeps_the_type_that_its_quotes_give_it(string yaml, string json) => Resolved(yaml)!.ToJsonString().ShouldBe(json);

    private static JsonNode? Resolved(string expression)
    {
        var stack = StackTemplate.Parse($$"""
            Parameters:
              Name: { Type: String, Default: orders }
              Names: { Type: CommaDelimitedList, Default: "x, y,z" }
            Conditions:
              IsOrders: !Equals [!Ref Name, orders]
              IsOther: !Equals [!Ref Name, other]
            Resources:
              Queue: { Type: AWS::SQS::Queue, Properties: { QueueName: rotation-Queue } }
              Probe:
                Type: Custom::Probe
                Properties:
                  Value: {{expression}}
            """).Resolve(ExampleStack.Settings, new Dictionary<string, string>());
        return stack.Resources["Probe"]!["Properties"]!["Value"];
    }
}
