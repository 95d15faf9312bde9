namespace Amazon.SecretsManager;

public partial class AmazonSecretsManagerClient
{
    public virtual Task<DescribeSecretResponse> DescribeSecretAsync(
        DescribeSecretRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DescribeSecretResponse>(request, cancellationToken);

    public virtual Task<GetSecretValueResponse> GetSecretValueAsync(
        GetSecretValueRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetSecretValueResponse>(request, cancellationToken);

    public virtual Task<PutSecretValueResponse> PutSecretValueAsync(
        PutSecretValueRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<PutSecretValueResponse>(request, cancellationToken);

    public virtual Task<UpdateSecretVersionStageResponse> UpdateSecretVersionStageAsync(
        UpdateSecretVersionStageRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdateSecretVersionStageResponse>(request, cancellationToken);

    public virtual Task<ListSecretsResponse> ListSecretsAsync(ListSecretsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListSecretsResponse>(request, cancellationToken);

    public virtual Task<ListSecretVersionIdsResponse> ListSecretVersionIdsAsync(
        ListSecretVersionIdsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListSecretVersionIdsResponse>(request, cancellationToken);

    public virtual Task<RotateSecretResponse> RotateSecretAsync(
        RotateSecretRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<RotateSecretResponse>(request, cancellationToken);

    public virtual Task<CreateSecretResponse> CreateSecretAsync(
        CreateSecretRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateSecretResponse>(request, cancellationToken);

    public virtual Task<CancelRotateSecretResponse> CancelRotateSecretAsync(
        CancelRotateSecretRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CancelRotateSecretResponse>(request, cancellationToken);
}
