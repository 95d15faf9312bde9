namespace RotationLambdas.EcsRedeployment.Reconciliation;

/// <summary>Plans, and what was found out on the way.</summary>
/// <param name="Plans">One for each service that refers to a change.</param>
/// <param name="Origins">The changes, dated as well as can be.</param>
/// <param name="Problems">What could not be read.</param>
internal sealed record Planned(IReadOnlyList<ServicePlan> Plans, IReadOnlyList<ChangeOrigin> Origins, IReadOnlyList<Problem> Problems);

/// <summary>Something that went wrong.</summary>
/// <param name="IsPermanent">A retry is of no use until somebody changes a permission or a setting.</param>
internal sealed record Problem(string Text, bool IsPermanent);
