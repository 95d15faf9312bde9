using Amazon.Lambda.Core;

namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

/// <summary>Fills templates as the runtime's text format does, so that tests see what an operator sees.</summary>
internal sealed partial class RenderingLogger(StringBuilder lines) : ILambdaLogger
{
    public void Log(string message) => Append(message);

    public void LogLine(string message) => Append(message);

    public void Log(string level, string message, params object[] args)
    {
        Queue<object> values = new(args);
        Append($"{level}\t{Placeholder().Replace(message, _ => values.Dequeue().ToString() ?? "")}");
        values.ShouldBeEmpty($"{message} has fewer names than values.");
    }

    private void Append(string line)
    {
        lock (lines)
        {
            _ = lines.AppendLine(line);
        }
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
