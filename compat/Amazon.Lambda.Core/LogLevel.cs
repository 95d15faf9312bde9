namespace Amazon.Lambda.Core;

/// <summary>How much a log line matters, least first.</summary>
public enum LogLevel
{
    Trace = 0,
    Debug = 1,
    Information = 2,
    Warning = 3,
    Error = 4,
    Critical = 5,
}
