using RotationLambdas.Support.Architecture;

namespace RotationLambdas.EcsRedeployment.Tests.Architecture;

public class ModuleOrderTests
{
    private static readonly ModuleOrder Order = new(
        typeof(RedeploymentHandler).Assembly,
        "RotationLambdas.EcsRedeployment",
        "Composition", "RedeploymentHandler", "Answer", "Clients", "Reconciliation", "Log", "Outcomes", "Rollout", "Changes", "Discovery",
        "Planning", "Triggers", "References", "Calls", "Options", "Errors");

    [Fact]
    public void Every_module_has_a_place_in_the_order() => Order.Misplaced().ShouldBeEmpty();

    [Fact]
    public void A_module_uses_only_modules_below_it() => Order.UpwardUses().ShouldBeEmpty();
}
