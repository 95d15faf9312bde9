using Amazon.Lambda.Core;

namespace RotationLambdas.Support;

/// <summary>Fills templates as the runtime's text format does, so that tests see what an operator sees.</summary>
internal sealed partial class RenderingLogger : ILambdaLogger
{
    private readonly StringBuilder _lines = new();

    public string Text
    {
        get
        {
            lock (_lines)
            {
                return _lines.ToString();
            }
        }
    }

    public void Clear() => _lines.Clear();

    public void Log(string message) => LogLine(message);

    public void LogLine(string message)
    {
        lock (_lines)
        {
            _ = _lines.AppendLine(message);
        }
    }

    public void Log(string level, string message, params object[] args)
    {
        Queue<object> values = new(args);
        LogLine($"{level}\t{Placeholder().Replace(message, _ => values.Dequeue()?.ToString() ?? "")}");
        values.ShouldBeEmpty($"{message} has fewer names than values.");
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
