using RotationLambdas.Sandbox.CommandLine;

namespace RotationLambdas.Sandbox.Tests.CommandLine;

public sealed class SandboxArgumentsTests
{
    [Fact]
    public void Without_arguments_the_port_is_4566()
    {
        var arguments = SandboxArguments.Parse([]);

        arguments.Options.Port.ShouldBe(4566);
        arguments.Functions.ShouldBeEmpty();
    }

    [Fact]
    public void Every_option_is_taken()
    {
        var arguments = SandboxArguments.Parse(
            ["--port", "0", "--region", "us-east-1", "--account", "000000000001", "--function", "a=b=c", "--function",
            "d=e"]);

        (arguments.Options.Port, arguments.Options.Region, arguments.Options.AccountId)
            .ShouldBe((0, "us-east-1", "000000000001"));
        arguments.Functions.Select(function => (function.Name, function.PackageFolder)).ShouldBe([("a", "b=c"), ("d", "e")]);
    }

    [Theory]
    [InlineData("--port is \"many\". Give a number from 0 to 65535.", "--port", "many")]
    [InlineData("--port is \"70000\". Give a number from 0 to 65535.", "--port", "70000")]
    [InlineData("--port is \"\". Give a number from 0 to 65535.", "--port")]
    [InlineData("--account is \"12\". Give twelve digits.", "--account", "12")]
    [InlineData("--region has no value. Put one behind it.", "--region")]
    [InlineData("--function is \"rotate\". Give a name and a folder, as in rotate=artifacts/package/PostgresRotation.", "--function",
        "rotate")]
    [InlineData("The option --ports is not known. Run sandbox --help for those that are.", "--ports", "1")]
    public void A_bad_argument_is_refused_with_what_is_allowed(string message, params string[] arguments)
    {
        Should.Throw<FormatException>(() => SandboxArguments.Parse(arguments)).Message.ShouldBe(message);
    }
}
