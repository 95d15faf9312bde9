using System.Collections.Concurrent;
using Amazon.Lambda.Core;

namespace RotationLambdas.ScaleSimulation.Aws;

/// <summary>Keeps the errors that a function logs, counted, and nothing else: a simulation logs a million lines.</summary>
internal sealed class ErrorLog(ConcurrentDictionary<string, int> errors) : ILambdaLogger
{
    public void Log(string message)
    {
    }

    public void LogLine(string message)
    {
    }

    public void Log(string level, string message, params object[] args)
    {
        if (level == "Error")
        {
            errors.AddOrUpdate(args.Aggregate(message, (text, argument) => $"{text} | {argument}"), 1, (_, count) => count + 1);
        }
    }
}
