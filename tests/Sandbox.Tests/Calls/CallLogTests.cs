using RotationLambdas.Sandbox.Calls;

namespace RotationLambdas.Sandbox.Tests.Calls;

public sealed class CallLogTests
{
    [Theory]
    [InlineData("""{"SecretId":"db","VersionId":"v"}""", "db")]
    [InlineData("""{"Name":"new"}""", "new")]
    [InlineData("""{"cluster":"c","service":"s"}""", "s")]
    [InlineData("""{"SecretId":5}""", null)]
    [InlineData("""{"SecretString":"hunter2"}""", null)]
    public void What_a_call_is_about_is_read_from_its_input(string input, string? resource)
    {
        CallResource.Of(JsonNode.Parse(input)!.AsObject()).ShouldBe(resource);
    }
}
