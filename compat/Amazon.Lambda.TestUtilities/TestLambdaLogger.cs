using Amazon.Lambda.Core;

namespace Amazon.Lambda.TestUtilities;

/// <summary>A logger that keeps what was logged, and shows it on the console.</summary>
public class TestLambdaLogger : ILambdaLogger
{
    public StringBuilder Buffer { get; } = new();

    public void Log(string message)
    {
        Buffer.Append(message);
        Console.Write(message);
    }

    public void LogLine(string message)
    {
        Buffer.AppendLine(message);
        Console.WriteLine(message);
    }
}
