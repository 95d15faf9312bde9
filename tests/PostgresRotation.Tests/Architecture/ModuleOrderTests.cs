using RotationLambdas.Support.Architecture;

namespace RotationLambdas.PostgresRotation.Tests.Architecture;

public sealed class ModuleOrderTests() : ModuleOrder(
    typeof(RotationHandler).Assembly,
    "RotationLambdas.PostgresRotation",
    "EndAfterReport", "RotationHandler", "Steps", "Strategies", "Rotation", "RotationLog", "Rds", "Secrets", "Options", "Postgres",
    "Passwords",
    "Events", "Timing", "HostNames", "Errors");
