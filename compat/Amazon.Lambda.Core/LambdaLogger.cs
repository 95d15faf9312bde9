namespace Amazon.Lambda.Core;

/// <summary>The log of the running function, for code that has no context at hand. Outside Lambda it writes to the console.</summary>
public static class LambdaLogger
{
    // The runtime client puts its own logger here when it starts.
    internal static ILambdaLogger Current { get; set; } = new ConsoleLambdaLogger();

    public static void Log(string message) => Current.Log(message);

    public static void Log(string level, string message, params object[] args) => Current.Log(level, message, args);

    public static void Log(string level, Exception exception, string message, params object[] args) =>
        Current.Log(level, exception, message, args);

    public static void Log(LogLevel level, string message, params object[] args) => Current.Log(level, message, args);

    public static void Log(LogLevel level, Exception exception, string message, params object[] args) =>
        Current.Log(level, exception, message, args);
}
