namespace RotationLambdas.EndToEnd.Tests.Faults;

/// <summary>How much is proven: <c>./dev prove</c> asks for all of it, everything else for a sample.</summary>
internal static class ProofExtent
{
    /// <summary>Whether all cases are run.</summary>
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("PROOF") == "full";
}
