using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Sandbox.SecretsManager.Operations;

/// <summary>What AWS can and this sandbox cannot, said plainly.</summary>
internal static class NotSupported
{
    public static AwsServiceException Replication() => new(
        "InvalidRequestException",
        "The sandbox does not support replication to other Regions. Leave the replica Regions out, or try this against AWS.");
}
