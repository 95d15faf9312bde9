namespace Amazon.CodeDeploy;

public partial interface IAmazonCodeDeploy
{
    Task<CreateDeploymentResponse> CreateDeploymentAsync(CreateDeploymentRequest request, CancellationToken cancellationToken = default);
    Task<GetApplicationRevisionResponse> GetApplicationRevisionAsync(
        GetApplicationRevisionRequest request, CancellationToken cancellationToken = default);
    Task<GetDeploymentResponse> GetDeploymentAsync(GetDeploymentRequest request, CancellationToken cancellationToken = default);
    Task<ListDeploymentsResponse> ListDeploymentsAsync(ListDeploymentsRequest request, CancellationToken cancellationToken = default);
}
