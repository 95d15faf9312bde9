namespace RotationLambdas.Deployment.Tests.Commands;

/// <summary>The script `dev`, with a `dotnet` that does nothing in place of the SDK.</summary>
public sealed class DevTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dev-tests-").FullName;

    [Theory]
    [InlineData("test Rotation", "./dev test --filter FullyQualifiedName~Rotation")]
    [InlineData("package --arch arm", "--arch is 'arm'. Use x64 or arm64.")]
    [InlineData("package --arch", "--arch is ''. Use x64 or arm64.")]
    [InlineData("package --native", "package does not support '--native'.")]
    [InlineData("demo --keeep", "demo does not support '--keeep'.")]
    [InlineData("check --fix", "check does not support '--fix'.")]
    [InlineData("faults --long", "faults supports --short only, not '--long'.")]
    [InlineData("bench --only size", "--only is 'size'. Use sizes, rotation or verifier.")]
    [InlineData("bench --runs", "--runs is ''. Use a number above 0.")]
    [InlineData("tset", "There is no command 'tset'.")]
    public void Refuses_a_wrong_argument_with_one_line(string arguments, string expected)
    {
        var output = Dev(arguments, "exit 1").Failed();

        output.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain(expected);
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("test")]
    [InlineData("check")]
    [InlineData("package")]
    [InlineData("bench")]
    [InlineData("faults")]
    public void Asks_for_the_SDK_before_anything_else(string command) =>
        Dev(command, "exit 1").Failed().Trim()
            .ShouldBe("dev: The .NET SDK that global.json names is not installed. Install .NET 10: https://dotnet.microsoft.com/download");

    [Theory]
    [InlineData("test", "[[ $1 != build ]] || { echo 'error CS1002'; exit 1; }", "error CS1002", 1)]
    [InlineData("test", "[[ $1 != publish ]] || { echo 'error NETSDK1'; exit 1; }", "error NETSDK1", 1)]
    [InlineData("test --filter Name~Nothing", "exit 0", "No test matches --filter Name~Nothing.", 0)]
    public void A_build_or_package_that_fails_is_one_failed_test_and_no_match_is_none(
        string arguments, string dotnet, string message, int failed)
    {
        var run = Dev(arguments, dotnet);

        run.Code.ShouldBe(1);
        run.Output.ShouldContain(message);
        run.Answer.Trim().Split('\n')[^1].ShouldBe($"0 passed, {failed} failed, 0 skipped");
    }

    [Fact]
    public void An_interrupt_ends_it_with_code_130()
    {
        var run = Dev("test", "[[ $1 != build ]] || { kill -INT $PPID; sleep 30; }");

        run.Code.ShouldBe(130, run.Output);
    }

    [Theory]
    [InlineData("official", "AWS packages: official (AwsPackages in the environment).")]
    [InlineData("compat", "AWS packages: compat (AwsPackages in the environment).")]
    public void Prints_which_packages_a_build_uses(string packages, string expected) =>
        Dev("test --filter Name~Nothing", "exit 0", packages).Output.ShouldContain(expected);

    [Fact]
    public void Refuses_unknown_packages() =>
        Dev("test", "exit 0", "real").Failed().ShouldContain("AwsPackages is 'real'. Set it to official or compat, or leave it unset.");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // The script works on a copy of the tree's outline: its results do not mix with those of the run that this test belongs to.
    private Command Dev(string arguments, string dotnet, string packages = "compat")
    {
        Directory.CreateDirectory(Path.Combine(_folder, "tests", "EndToEnd.Tests"));
        File.WriteAllText(Path.Combine(_folder, "tests", "EndToEnd.Tests", "EndToEnd.Tests.csproj"), "");
        File.Copy(Repository.PathOf("dev"), Path.Combine(_folder, "dev"), overwrite: true);
        var stub = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "bin")).FullName, "dotnet");
        File.WriteAllText(stub, $"#!/usr/bin/env bash\n{dotnet}\n");
        Command.Run("chmod", ["+x", stub]).Code.ShouldBe(0);
        var path = $"{Path.GetDirectoryName(stub)}:{Environment.GetEnvironmentVariable("PATH")}";
        // A parent that runs in the background ignores SIGINT, its children inherit that, and bash cannot undo it.
        string[] command = ["-e", "$SIG{INT} = 'DEFAULT'; exec @ARGV", Path.Combine(_folder, "dev"), .. arguments.Split(' ')];
        return Command.Run(
            "perl", command, ("PATH", path), ("AwsPackages", packages), ("COVERAGE", ""), ("ROTATION_PACKAGES", ""));
    }
}
