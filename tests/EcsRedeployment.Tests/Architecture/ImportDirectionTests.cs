using RotationLambdas.Support.Architecture;

namespace RotationLambdas.EcsRedeployment.Tests.Architecture;

public sealed class ImportDirectionTests() : ImportDirection("EcsRedeployment");
