using RotationLambdas.Shared.Architecture;

namespace RotationLambdas.EcsRedeployment.Tests.Architecture;

public sealed class ImportDirectionTests() : ImportDirection("EcsRedeployment");
