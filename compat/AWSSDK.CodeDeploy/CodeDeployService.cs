namespace Amazon.CodeDeploy;

internal static class CodeDeployService
{
    internal static readonly AwsService Instance = new(
        Id: "CodeDeploy",
        SigningName: "codedeploy",
        TargetPrefix: "CodeDeploy_20141006",
        ApiVersion: "2014-10-06",
        Json: CodeDeployJson.Default,
        Error: (message, cause) => new AmazonCodeDeployException(message, cause));
}
