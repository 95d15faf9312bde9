namespace Amazon.SecretsManager;

public partial interface IAmazonSecretsManager
{
    Task<DescribeSecretResponse> DescribeSecretAsync(DescribeSecretRequest request, CancellationToken cancellationToken = default);
    Task<GetSecretValueResponse> GetSecretValueAsync(GetSecretValueRequest request, CancellationToken cancellationToken = default);
    Task<PutSecretValueResponse> PutSecretValueAsync(PutSecretValueRequest request, CancellationToken cancellationToken = default);
    Task<UpdateSecretVersionStageResponse> UpdateSecretVersionStageAsync(
        UpdateSecretVersionStageRequest request, CancellationToken cancellationToken = default);
    Task<ListSecretsResponse> ListSecretsAsync(ListSecretsRequest request, CancellationToken cancellationToken = default);
    Task<ListSecretVersionIdsResponse> ListSecretVersionIdsAsync(
        ListSecretVersionIdsRequest request, CancellationToken cancellationToken = default);
    Task<RotateSecretResponse> RotateSecretAsync(RotateSecretRequest request, CancellationToken cancellationToken = default);
    Task<CreateSecretResponse> CreateSecretAsync(CreateSecretRequest request, CancellationToken cancellationToken = default);
    Task<CancelRotateSecretResponse> CancelRotateSecretAsync(
        CancelRotateSecretRequest request, CancellationToken cancellationToken = default);
}
