using RotationLambdas.Support.Architecture;

namespace RotationLambdas.PostgresRotation.Tests.Architecture;

public sealed class ImportDirectionTests() : ImportDirection("PostgresRotation");
