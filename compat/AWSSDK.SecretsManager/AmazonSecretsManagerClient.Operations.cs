using Amazon.SecretsManager.Model;

namespace Amazon.SecretsManager;

public partial class AmazonSecretsManagerClient
{
    public virtual Task<DescribeSecretResponse> DescribeSecretAsync(
        DescribeSecretRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("DescribeSecret", request, DescribeSecretResponse.Read, cancellationToken);

    public virtual Task<GetSecretValueResponse> GetSecretValueAsync(
        GetSecretValueRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("GetSecretValue", request, GetSecretValueResponse.Read, cancellationToken);

    public virtual Task<PutSecretValueResponse> PutSecretValueAsync(
        PutSecretValueRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("PutSecretValue", request, PutSecretValueResponse.Read, cancellationToken);

    public virtual Task<UpdateSecretVersionStageResponse> UpdateSecretVersionStageAsync(
        UpdateSecretVersionStageRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("UpdateSecretVersionStage", request, UpdateSecretVersionStageResponse.Read, cancellationToken);

    public virtual Task<ListSecretVersionIdsResponse> ListSecretVersionIdsAsync(
        ListSecretVersionIdsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("ListSecretVersionIds", request, ListSecretVersionIdsResponse.Read, cancellationToken);

    public virtual Task<RotateSecretResponse> RotateSecretAsync(
        RotateSecretRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("RotateSecret", request, RotateSecretResponse.Read, cancellationToken);

    public virtual Task<CreateSecretResponse> CreateSecretAsync(
        CreateSecretRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("CreateSecret", request, CreateSecretResponse.Read, cancellationToken);

    public virtual Task<CancelRotateSecretResponse> CancelRotateSecretAsync(
        CancelRotateSecretRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("CancelRotateSecret", request, CancelRotateSecretResponse.Read, cancellationToken);

    public virtual Task<ListSecretsResponse> ListSecretsAsync(ListSecretsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("ListSecrets", request, ListSecretsResponse.Read, cancellationToken);

    private Task<TResponse> CallAsync<TResponse>(
        string operation, AmazonSecretsManagerRequest request, Func<JsonElement, TResponse> read, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(
            request, Operation.Options(SecretsManagerService.Instance, operation, request.Write, read), cancellationToken);
}
