using System.Runtime.InteropServices;
using RotationLambdas.Demo;
using RotationLambdas.Demo.Screen;
using RotationLambdas.Sandbox.Databases;
using Spectre.Console;

using var stopping = new CancellationTokenSource();
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopping.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

try
{
    var options = DemoOptions.Parse(args);
    IScreen screen = options.Plain ? new PlainScreen(Console.Out) : new RichScreen(AnsiConsole.Console);
    return await new Demonstration(options, screen).RunAsync(stopping.Token) ? 0 : 1;
}
catch (Exception error) when (error is ArgumentException or PostgresMissingException or PostgresStartException or FileNotFoundException)
{
    await Console.Error.WriteLineAsync("demo: " + error.Message);
    return 2;
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    return 130;
}
