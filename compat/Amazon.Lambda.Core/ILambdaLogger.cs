namespace Amazon.Lambda.Core;

/// <summary>Writes to the function's log. A message is a template: <c>{name}</c> takes the next argument, and in the JSON log format
/// becomes a property of that name as well.</summary>
public interface ILambdaLogger
{
    void Log(string message);

    void LogLine(string message);

    void Log(string level, string message, params object[] args) => LogLine(message);

    void Log(LogLevel level, string message, params object[] args) => Log(level.ToString(), message, args);
}
