using Amazon.Lambda.Core;

namespace RotationLambdas.EcsRedeployment.Tests.Fakes;

/// <summary>Keeps lines as an operator would read them: level, and the template with its arguments filled in.</summary>
internal sealed partial class RecordingLogger : ILambdaLogger
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

    public void Log(string message) => LogLine(message);

    public void LogLine(string message)
    {
        lock (_lines)
        {
            _lines.AppendLine(message);
        }
    }

    public void Log(string level, string message, params object[] args)
    {
        var next = 0;
        LogLine($"{level}: {Placeholder().Replace(message, _ => $"{args[next++]}")}");
        next.ShouldBe(args.Length);
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
