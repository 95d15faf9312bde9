namespace Amazon.Lambda.Core;

/// <summary>The logger in force until a runtime client puts its own in place.</summary>
internal sealed class ConsoleLambdaLogger : ILambdaLogger
{
    public void Log(string message) => Console.Write(message);

    public void LogLine(string message) => Console.WriteLine(message);
}
