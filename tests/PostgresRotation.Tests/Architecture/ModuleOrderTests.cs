using RotationLambdas.Support.Architecture;

namespace RotationLambdas.PostgresRotation.Tests.Architecture;

public class ModuleOrderTests
{
    private static readonly ModuleOrder Order = new(
        typeof(RotationHandler).Assembly,
        "RotationLambdas.PostgresRotation",
        "EndAfterReport", "RotationHandler", "Steps", "Strategies", "Rotation", "RotationLog", "Rds", "Secrets", "Options", "Postgres",
        "Passwords",
        "Events", "Timing", "HostNames", "Errors");

    [Fact]
    public void Every_module_has_a_place_in_the_order() => Order.Misplaced().ShouldBeEmpty();

    [Fact]
    public void A_module_uses_only_modules_below_it() => Order.UpwardUses().ShouldBeEmpty();
}
