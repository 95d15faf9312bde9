namespace Amazon.ECS;

internal static class ECSService
{
    internal static readonly AwsService Instance = new(
        Id: "ECS",
        RequestName: "Amazon.ECS",
        SigningName: "ecs",
        TargetPrefix: "AmazonEC2ContainerServiceV20141113",
        ApiVersion: "2014-11-13",
        Declares: ECSErrors.Declares,
        CreateException: ECSErrors.Create);
}
