using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace RotationLambdas.EcsRedeployment.Tests.Fakes;

internal sealed class FakeSecrets() : AmazonSecretsManagerClient(
    new AnonymousAWSCredentials(), new AmazonSecretsManagerConfig { ServiceURL = "http://127.0.0.1:9" })
{
    private readonly Dictionary<string, (DescribeSecretResponse Secret, Dictionary<string, DateTime> Versions)> _secrets = [];

    public ConcurrentQueue<(string Operation, string Subject)> Calls { get; } = new();

    /// <summary>What ListSecrets has, one entry a page.</summary>
    public List<SecretListEntry> Listed { get; } = [];

    public Action<string, string> Before { get; set; } = (_, _) => { };

    public static AmazonSecretsManagerException Denied(string operation) =>
        new($"User is not authorized to perform: secretsmanager:{operation}", ErrorType.Sender, "AccessDeniedException", "r",
            HttpStatusCode.BadRequest);

    /// <summary>Adds a secret whose current version was created and last modified at a moment. Its ARN ends in -AbC123.</summary>
    public DescribeSecretResponse Add(string name, DateTimeOffset at)
    {
        var secret = new DescribeSecretResponse
        {
            ARN = $"arn:aws:secretsmanager:eu-west-1:123456789012:secret:{name}-AbC123",
            Name = name,
            LastChangedDate = at.UtcDateTime,
            VersionIdsToStages = new() { ["v1"] = ["AWSCURRENT"] },
        };
        _secrets[secret.ARN] = (secret, new() { ["v1"] = at.UtcDateTime });
        return secret;
    }

    /// <summary>A rotation: a version that was created a minute before it becomes current.</summary>
    public void Rotate(DescribeSecretResponse secret, DateTimeOffset at)
    {
        var old = secret.VersionIdsToStages.Single(version => version.Value.Contains("AWSCURRENT")).Key;
        var id = $"v{_secrets[secret.ARN].Versions.Count + 1}";
        secret.VersionIdsToStages = new() { [old] = ["AWSPREVIOUS"], [id] = ["AWSCURRENT", "AWSPENDING"] };
        secret.LastRotatedDate = secret.LastChangedDate = at.UtcDateTime;
        _secrets[secret.ARN].Versions[id] = at.AddMinutes(-1).UtcDateTime;
    }

    public void Remove(string arn) => _secrets.Remove(arn);

    public override async Task<DescribeSecretResponse> DescribeSecretAsync(
        DescribeSecretRequest request, CancellationToken cancellationToken = default)
    {
        await BeginAsync("DescribeSecret", request.SecretId, cancellationToken);
        return Find(request.SecretId).Secret;
    }

    public override async Task<ListSecretsResponse> ListSecretsAsync(
        ListSecretsRequest request, CancellationToken cancellationToken = default)
    {
        await BeginAsync("ListSecrets", "", cancellationToken);
        var at = request.NextToken is null ? 0 : int.Parse(request.NextToken, CultureInfo.InvariantCulture);
        return new() { SecretList = [.. Listed.Skip(at).Take(1)], NextToken = at + 1 < Listed.Count ? $"{at + 1}" : null };
    }

    public override async Task<ListSecretVersionIdsResponse> ListSecretVersionIdsAsync(
        ListSecretVersionIdsRequest request, CancellationToken cancellationToken = default)
    {
        await BeginAsync("ListSecretVersionIds", request.SecretId, cancellationToken);
        var (secret, versions) = Find(request.SecretId);
        return new()
        {
            ARN = secret.ARN,
            Versions = [
                .. versions.Select(version => new SecretVersionsListEntry { VersionId = version.Key, CreatedDate = version.Value })],
        };
    }

    private async Task BeginAsync(string operation, string subject, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        Calls.Enqueue((operation, subject));
        Before(operation, subject);
    }

    /// <summary>By plain name, by complete ARN, or by partial ARN. An ARN that ends in a hyphen and six characters is taken for complete
    /// (Secrets Manager User Guide, "Troubleshoot AWS Secrets Manager", partial ARNs).</summary>
    private (DescribeSecretResponse Secret, Dictionary<string, DateTime> Versions) Find(string id) => _secrets.Values
        .Where(entry => entry.Secret.ARN == id || entry.Secret.Name == id
            || (!Regex.IsMatch(id, "-[A-Za-z0-9]{6}$") && Regex.Replace(entry.Secret.ARN, "-[A-Za-z0-9]{6}$", "") == id))
        .Select(entry => ((DescribeSecretResponse, Dictionary<string, DateTime>)?)entry)
        .FirstOrDefault() ?? throw new ResourceNotFoundException("Secrets Manager can't find the specified secret.");
}
