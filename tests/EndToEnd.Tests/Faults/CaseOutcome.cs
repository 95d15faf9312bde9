namespace RotationLambdas.EndToEnd.Tests.Faults;

/// <summary>What came of a case.</summary>
/// <param name="WasInjected">Whether the fault was injected; without it the case shows nothing.</param>
/// <param name="Attempts">How often Secrets Manager ran the rotation, 1 when the fault was absorbed.</param>
/// <param name="Succeeded">Whether that rotation succeeded in the end.</param>
/// <param name="Converged">Whether it did, or the next one, and AWSCURRENT logs in and nothing of the secret is lost.</param>
/// <param name="Refusals">How often the watching client was refused with AWSCURRENT.</param>
/// <param name="LongestRefusal">The longest time during which it was.</param>
/// <param name="Leaks">The places where a password was written.</param>
/// <param name="Duration">How long the rotation took.</param>
/// <param name="Explanation">What the function reported, when something was not as it should be.</param>
internal sealed record CaseOutcome(
    FaultCase Case,
    bool WasInjected,
    int Attempts,
    bool Succeeded,
    bool Converged,
    int Refusals,
    TimeSpan LongestRefusal,
    IReadOnlyList<string> Leaks,
    TimeSpan Duration,
    string Explanation)
{
    /// <summary>Whether one invocation a step was enough.</summary>
    public bool IsAbsorbed => Succeeded && Attempts == 1;

    /// <summary>Whether everything is as it has to be.</summary>
    public bool IsGood =>
        WasInjected && Converged && Leaks.Count == 0 && (IsAbsorbed || !Case.HasToBeAbsorbed)
            && (Refusals == 0 || !Case.Scenario.IsAlternating);

    public override string ToString() =>
        $"{Case}: {(WasInjected ? "" : "not injected, ")}{(Converged ? "" : "NOT CONVERGED, ")}{Attempts} attempts, {Refusals} refusals, "
            + $"{Leaks.Count} leaks\n{Explanation}";
}
