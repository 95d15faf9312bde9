namespace RotationLambdas.EndToEnd.Tests.Faults;

/// <summary>How many cases run: <c>./dev faults</c> asks for all of it, everything else for a sample.</summary>
internal static class FaultExtent
{
    /// <summary>Whether all cases are run.</summary>
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("FAULTS") == "full";
}
