using Amazon.CodeDeploy;
using Amazon.CodeDeploy.Model;

namespace RotationLambdas.EcsRedeployment.Tests.Fakes;

/// <summary>AWS CodeDeploy in memory. As in the API reference, GetDeployment names an AppSpec by its hash only, and a group has one
/// deployment at a time.</summary>
internal sealed class FakeCodeDeploy(TimeProvider? clock = null) : AmazonCodeDeployClient(
    new AnonymousAWSCredentials(), new AmazonCodeDeployConfig { ServiceURL = "http://127.0.0.1:9" })
{
    public Dictionary<string, string> AppSpecs { get; } = [];

    public Dictionary<string, DeploymentInfo> Deployments { get; } = [];

    public List<CreateDeploymentRequest> Created { get; } = [];

    /// <summary>Adds a deployment that succeeded, of a group of its own.</summary>
    public DeploymentInfo AddLast(string id, string appSpec)
    {
        AppSpecs[id] = appSpec;
        return Deployments[id] = new()
        {
            DeploymentId = id,
            ApplicationName = "shop",
            DeploymentGroupName = $"shop-{id}",
            Status = DeploymentStatus.Succeeded,
            Revision = new() { RevisionType = RevisionLocationType.AppSpecContent, AppSpecContent = new() { Sha256 = id } },
        };
    }

    public override Task<GetDeploymentResponse> GetDeploymentAsync(
        GetDeploymentRequest request, CancellationToken cancellationToken = default) =>
        Answer(() => new GetDeploymentResponse
        {
            DeploymentInfo = Deployments.TryGetValue(request.DeploymentId, out var found) ? found
                : throw Error("DeploymentDoesNotExistException", $"The deployment {request.DeploymentId} could not be found"),
        }, cancellationToken);

    public override Task<GetApplicationRevisionResponse> GetApplicationRevisionAsync(
        GetApplicationRevisionRequest request, CancellationToken cancellationToken = default) =>
        Answer(() => new GetApplicationRevisionResponse
        {
            ApplicationName = request.ApplicationName,
            Revision = new()
            {
                RevisionType = RevisionLocationType.AppSpecContent,
                AppSpecContent = new()
                {
                    Content = AppSpecs[request.Revision.AppSpecContent.Sha256],
                    Sha256 = request.Revision.AppSpecContent.Sha256,
                },
            },
        }, cancellationToken);

    public override Task<CreateDeploymentResponse> CreateDeploymentAsync(
        CreateDeploymentRequest request, CancellationToken cancellationToken = default) => Answer(() =>
    {
        request.Revision.RevisionType.ShouldBe(RevisionLocationType.AppSpecContent);
        request.Revision.AppSpecContent.Content.ShouldNotBeNullOrEmpty();
        if (Deployments.Values.Any(
            one => one.DeploymentGroupName == request.DeploymentGroupName && one.Status == DeploymentStatus.InProgress))
        {
            throw Error("DeploymentLimitExceededException", $"The Deployment Group '{request.DeploymentGroupName}' already has an active "
                + "Deployment 'd-9'");
        }

        Created.Add(request);
        var id = $"d-new{Created.Count}";
        Deployments[id] = new()
        {
            DeploymentId = id,
            ApplicationName = request.ApplicationName,
            DeploymentGroupName = request.DeploymentGroupName,
            Status = DeploymentStatus.InProgress,
            CreateTime = (clock ?? TimeProvider.System).GetUtcNow().UtcDateTime,
        };
        return new CreateDeploymentResponse { DeploymentId = id };
    }, cancellationToken);

    public override Task<ListDeploymentsResponse> ListDeploymentsAsync(
        ListDeploymentsRequest request, CancellationToken cancellationToken = default) =>
        Answer(() => new ListDeploymentsResponse
        {
            Deployments = [.. Deployments.Where(one => one.Value.DeploymentGroupName == request.DeploymentGroupName
            && one.Value.CreateTime >= request.CreateTimeRange.Start).Select(one => one.Key)],
        }, cancellationToken);

    private static Task<T> Answer<T>(Func<T> answer, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<T>(cancellationToken) : Task.FromResult(answer());

    private static AmazonCodeDeployException Error(string code, string message) =>
        new(message, ErrorType.Sender, code, "r", System.Net.HttpStatusCode.BadRequest);
}
