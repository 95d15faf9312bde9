namespace RotationLambdas.Support;

/// <summary>A program that has ended: its code, and what it wrote.</summary>
internal sealed record Command(int Code, string Answer, string Errors)
{
    public string Output => Answer + Errors;

    public static Command Run(string program, string[] arguments, params (string Name, string Value)[] environment) =>
        RunAsync(program, arguments, environment).GetAwaiter().GetResult();

    /// <summary>Runs a program in the repository, with the variables given.</summary>
    public static async Task<Command> RunAsync(
        string program, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // `dotnet test` passes the place of its own MSBuild on; another `dotnet` has to find it by itself.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Command(process.ExitCode, answer, await errors);
    }

    /// <summary>Runs the <c>aws</c> command line, unmodified, against an endpoint that does not check signatures.</summary>
    public static Task<Command> AwsAsync(Uri endpoint, params IEnumerable<string> arguments) => RunAsync(
        "aws", ["--endpoint-url", endpoint.ToString(), "--output", "json", .. arguments], ("AWS_ACCESS_KEY_ID", "person"),
        ("AWS_SECRET_ACCESS_KEY", "anything"), ("AWS_DEFAULT_REGION", "eu-west-1"), ("AWS_PAGER", ""));

    public string Failed()
    {
        Code.ShouldNotBe(0, Output);
        return Output;
    }
}
