using Amazon.CodeDeploy;
using Amazon.CodeDeploy.Model;
using static RotationLambdas.EcsRedeployment.Errors.PermissionMissingException;

namespace RotationLambdas.EcsRedeployment.Calls;

/// <summary>AWS CodeDeploy as the function uses it.</summary>
internal sealed class CodeDeployCalls(IAmazonCodeDeploy codeDeploy)
{
    /// <summary>A deployment; its AppSpec is named by a hash only.</summary>
    public async Task<DeploymentInfo> GetDeploymentAsync(string deploymentId, CancellationToken cancellationToken) => (await GuardAsync(
        "codedeploy:GetDeployment", deploymentId,
        () => codeDeploy.GetDeploymentAsync(new() { DeploymentId = deploymentId }, cancellationToken))).DeploymentInfo;

    /// <summary>The AppSpec of a deployment. GetDeployment never returns its text (CodeDeploy API Reference, "GetDeployment"); null when
    /// CodeDeploy does not keep it, as for revisions in Amazon S3.</summary>
    public async Task<string?> GetAppSpecAsync(DeploymentInfo deployment, CancellationToken cancellationToken) =>
        deployment.Revision is not { AppSpecContent.Sha256: { Length: > 0 } hash } ? null : (await GuardAsync(
            "codedeploy:GetApplicationRevision", deployment.ApplicationName,
            () => codeDeploy.GetApplicationRevisionAsync(
                new()
                {
                    ApplicationName = deployment.ApplicationName,
                    Revision = new() { RevisionType = RevisionLocationType.AppSpecContent, AppSpecContent = new() { Sha256 = hash } },
                },
                cancellationToken))).Revision?.AppSpecContent?.Content;

    /// <summary>The ids of a group's deployments that were created since a moment, a hundred at most.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(
        DeploymentInfo last, DateTimeOffset since, CancellationToken cancellationToken) => (await GuardAsync(
        "codedeploy:ListDeployments", $"{last.ApplicationName}/{last.DeploymentGroupName}",
        () => codeDeploy.ListDeploymentsAsync(
            new()
            {
                ApplicationName = last.ApplicationName,
                DeploymentGroupName = last.DeploymentGroupName,
                CreateTimeRange = new() { Start = since.UtcDateTime },
            },
            cancellationToken))).Deployments ?? [];

    public async Task<string> CreateDeploymentAsync(DeploymentInfo last, string appSpec, CancellationToken cancellationToken) =>
        (await GuardAsync(
        "codedeploy:CreateDeployment", $"{last.ApplicationName}/{last.DeploymentGroupName}",
        () => codeDeploy.CreateDeploymentAsync(
            new()
            {
                ApplicationName = last.ApplicationName,
                DeploymentGroupName = last.DeploymentGroupName,
                Description = "A secret that the tasks hold has changed",
                Revision = new() { RevisionType = RevisionLocationType.AppSpecContent, AppSpecContent = new() { Content = appSpec } },
            },
            cancellationToken))).DeploymentId;
}
