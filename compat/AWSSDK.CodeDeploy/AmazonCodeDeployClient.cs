namespace Amazon.CodeDeploy;

public partial class AmazonCodeDeployClient
{
    public virtual Task<CreateDeploymentResponse> CreateDeploymentAsync(
        CreateDeploymentRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateDeploymentResponse>(request, cancellationToken);

    public virtual Task<GetApplicationRevisionResponse> GetApplicationRevisionAsync(
        GetApplicationRevisionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetApplicationRevisionResponse>(request, cancellationToken);

    public virtual Task<GetDeploymentResponse> GetDeploymentAsync(
        GetDeploymentRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetDeploymentResponse>(request, cancellationToken);

    public virtual Task<ListDeploymentsResponse> ListDeploymentsAsync(
        ListDeploymentsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListDeploymentsResponse>(request, cancellationToken);
}
