namespace RotationLambdas.Deployment.Tests;

internal sealed record Command(int Code, string Output)
{
    /// <summary>Runs a program in the repository, with the variables given; its errors are part of its output.</summary>
    public static Command Run(string program, string[] arguments, params (string Name, string Value)[] environment)
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
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Command(process.ExitCode, output + errors.GetAwaiter().GetResult());
    }

    public string Failed()
    {
        Code.ShouldNotBe(0, Output);
        return Output;
    }
}
