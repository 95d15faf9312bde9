using System.Runtime.InteropServices;
using RotationLambdas.Sandbox.CommandLine;

if (args.Contains("--help") || args.Contains("-h"))
{
    Console.WriteLine(SandboxArguments.Help);
    return 0;
}

SandboxArguments arguments;
try
{
    arguments = SandboxArguments.Parse(args);
}
catch (FormatException error)
{
    await Console.Error.WriteLineAsync(error.Message);
    return 2;
}

try
{
    await using var sandbox = await SandboxHost.StartAsync(arguments.Options);
    foreach (var function in arguments.Functions)
    {
        Console.WriteLine($"Function {sandbox.Functions.Start(function).Arn}");
    }

    Console.WriteLine($"Listening on {sandbox.Endpoint.GetLeftPart(UriPartial.Authority)} (Ctrl-C ends it)");
    var stop = new TaskCompletionSource();
    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stop.TrySetResult();
    }

    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    await stop.Task;
    return 0;
}
catch (IOException error)
{
    await Console.Error.WriteLineAsync($"The sandbox cannot run: {error.Message}");
    return 1;
}
catch (InvalidDataException error)
{
    await Console.Error.WriteLineAsync(error.Message);
    return 1;
}
