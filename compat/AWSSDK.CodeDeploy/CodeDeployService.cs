namespace Amazon.CodeDeploy;

internal static class CodeDeployService
{
    internal static readonly AwsService Instance = new(
        Id: "CodeDeploy",
        RequestName: "Amazon.CodeDeploy",
        SigningName: "codedeploy",
        TargetPrefix: "CodeDeploy_20141006",
        ApiVersion: "2014-10-06",
        Declares: CodeDeployErrors.Declares,
        CreateException: CodeDeployErrors.Create);
}
