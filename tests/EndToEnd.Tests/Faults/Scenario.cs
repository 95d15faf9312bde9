namespace RotationLambdas.EndToEnd.Tests.Faults;

/// <summary>A kind of rotation.</summary>
/// <param name="IsAlternating">Two users alternate; otherwise one gets a new password.</param>
/// <param name="IsLater">The secret was rotated before.</param>
internal sealed record Scenario(bool IsAlternating, bool IsLater)
{
    /// <summary>All there are.</summary>
    public static IReadOnlyList<Scenario> All { get; } = [new(false, false), new(false, true), new(true, false), new(true, true)];

    public override string ToString() =>
        $"{(IsAlternating ? "alternating users" : "single user")}, {(IsLater ? "later" : "first")} rotation";
}
