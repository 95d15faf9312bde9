using Amazon.SecretsManager.Model;
using Amazon.Runtime.Internal;

namespace Amazon.SecretsManager;

public class AmazonSecretsManagerClient : AmazonServiceClient, IAmazonSecretsManager
{
    public AmazonSecretsManagerClient(AmazonSecretsManagerConfig config)
        : base(config)
    {
    }

    public AmazonSecretsManagerClient(AWSCredentials credentials, AmazonSecretsManagerConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata => SecretsManagerService.Instance;

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

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => Pipeline.Fit(pipeline);

    private Task<TResponse> CallAsync<TResponse>(
        AmazonSecretsManagerRequest request, CancellationToken cancellationToken, [CallerMemberName] string method = "")
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(request, SecretsManagerService.Instance.Call<TResponse>(method), cancellationToken);
}
