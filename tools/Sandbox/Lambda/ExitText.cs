namespace RotationLambdas.Sandbox.Lambda;

internal static class ExitText
{
    private const int FirstSignal = 128; // .NET reports a process that a signal ended as 128 + the signal's number.
    private const int Kill = 9;

    public static string Of(int exitCode) => exitCode switch
    {
        0 => "Runtime exited without providing a reason",
        FirstSignal + Kill => "Runtime exited with error: signal: killed",
        > FirstSignal => string.Create(CultureInfo.InvariantCulture, $"Runtime exited with error: signal: {exitCode - FirstSignal}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"Runtime exited with error: exit status {exitCode}"),
    };
}
