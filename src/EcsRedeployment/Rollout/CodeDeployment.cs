using Amazon.CodeDeploy;
using Amazon.CodeDeploy.Model;

namespace RotationLambdas.EcsRedeployment.Rollout;

/// <summary>Deploys a service that CodeDeploy controls: ECS refuses a forced deployment of it. The last deployment's AppSpec is redeployed
/// with the task definition that runs.</summary>
internal sealed class CodeDeployment(CodeDeployCalls calls)
{
    /// <summary>Begins the deployment, or reports why not and how an operator does it.</summary>
    public async Task<RolloutResult> BeginAsync(ServicePlan plan, CancellationToken cancellationToken)
    {
        if (plan.Service.Primary is not { ExternalId: { Length: > 0 } id } primary)
        {
            return new(
                plan, RolloutOutcome.Failed, "CodeDeploy has made no deployment of the service yet. Deploy it once with CodeDeploy.");
        }

        DeploymentInfo? last = null;
        try
        {
            last = await calls.GetDeploymentAsync(id, cancellationToken);
            if (await calls.GetAppSpecAsync(last, cancellationToken) is not { } content)
            {
                return Refused(plan, last, "Its AppSpec is not kept by CodeDeploy.");
            }

            var appSpec = AppSpec.With(content, primary.TaskDefinition, out var problem);
            return problem is null
                ? new RolloutResult(
                    plan, RolloutOutcome.Done)
                { DeploymentId = await calls.CreateDeploymentAsync(last, appSpec, cancellationToken) }
                : Refused(plan, last, problem);
        }
        catch (AmazonCodeDeployException exception) when (exception.ErrorCode is "DeploymentLimitExceededException")
        {
            return new(plan, RolloutOutcome.Later, exception.Message);
        }
        catch (AmazonCodeDeployException exception) when (AwsErrors.Classify(exception) is AwsErrorKind.Refused or AwsErrorKind.NotFound)
        {
            return new(
                plan, RolloutOutcome.Failed,
                $"CodeDeploy refused a deployment: {exception.Message} {(last is null ? "" : CommandFor(last))}".TrimEnd());
        }
    }

    private static RolloutResult Refused(ServicePlan plan, DeploymentInfo last, string why) =>
        new(plan, RolloutOutcome.Failed, $"The last deployment {last.DeploymentId} cannot be repeated. {why} {CommandFor(last)}");

    private static string CommandFor(DeploymentInfo last) =>
        $"Write a complete AppSpec and run: aws deploy create-deployment --application-name {last.ApplicationName} "
        + $"--deployment-group-name {last.DeploymentGroupName} --revision file://revision.json";
}
