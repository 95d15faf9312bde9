namespace RotationLambdas.EcsRedeployment.References;

/// <summary>Where an AWS resource lives.</summary>
/// <param name="Partition">`aws`, `aws-cn`, `aws-us-gov` and so on.</param>
/// <param name="Region">Such as `eu-west-1`.</param>
/// <param name="Account">Twelve digits.</param>
internal sealed record Location(string Partition, string Region, string Account);
