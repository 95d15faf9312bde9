using System.Runtime.InteropServices;
using RotationLambdas.Demo;
using RotationLambdas.Sandbox.Databases;
using RotationLambdas.Sandbox.Template;

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
    if (args is ["client"])
    {
        return await ClientProgram.RunAsync(stopping.Token);
    }

    var options = DemoOptions.Parse(args);
    var screen = DemoScreen.Create(options);
    var holds = await new Demonstration(options, screen).RunAsync(stopping.Token);
    await screen.SavePictureAsync();
    return holds ? 0 : 1;
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    return 130;
}
catch (Exception error) // Caught here, so that on the way everything that was started is ended.
{
    var isExplained =
        error is ArgumentException or PostgresMissingException or PostgresStartException or FileNotFoundException or TemplateException;
    await Console.Error.WriteLineAsync("demo: " + (isExplained ? error.Message : error.ToString()));
    return 2;
}
