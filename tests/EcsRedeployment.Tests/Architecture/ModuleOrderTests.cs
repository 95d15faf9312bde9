using RotationLambdas.Support.Architecture;

namespace RotationLambdas.EcsRedeployment.Tests.Architecture;

public sealed class ModuleOrderTests() : ModuleOrder(
    typeof(RedeploymentHandler).Assembly,
    "RotationLambdas.EcsRedeployment",
    "Composition", "RedeploymentHandler", "Answer", "Clients", "Reconciliation", "Log", "Outcomes", "Rollout", "Changes", "Discovery",
    "Planning", "Triggers", "References", "Calls", "Options", "Errors");
