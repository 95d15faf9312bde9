using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace RotationLambdas.EcsRedeployment.Calls;

/// <summary>Secrets Manager as the function uses it: what is known about secrets and when. No call reads a value.</summary>
internal sealed class SecretCalls(IAmazonSecretsManager secretsManager)
{
    private const int PageSize = 100;

    /// <summary>What Secrets Manager knows about a secret; null when it is not there.</summary>
    /// <exception cref="PermissionMissingException">The role may not call DescribeSecret on it.</exception>
    public async Task<SecretFacts?> DescribeAsync(string secretId, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await PermissionMissingException.GuardAsync("secretsmanager:DescribeSecret", secretId, () =>
                secretsManager.DescribeSecretAsync(new() { SecretId = secretId }, cancellationToken));
            return new SecretFacts(answer.ARN, answer.Name)
            {
                LastChanged = Moment(answer.LastChangedDate),
                LastRotated = Moment(answer.LastRotatedDate),
                IsDeleted = answer.DeletedDate is not null,
                IsRotated = answer.RotationEnabled is true,
                VersionOfLabel = (answer.VersionIdsToStages ?? [])
                    .SelectMany(version => version.Value ?? [], (version, label) => (version.Key, Label: label))
                    .DistinctBy(pair => pair.Label)
                    .ToDictionary(pair => pair.Label, pair => pair.Key),
                Tags = (answer.Tags ?? []).ToDictionary(tag => tag.Key, tag => tag.Value ?? ""),
                Versions = [.. (answer.VersionIdsToStages ?? []).Keys],
            };
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    /// <summary>When each version of a secret that has a label was created.</summary>
    /// <exception cref="PermissionMissingException">The role may not call ListSecretVersionIds on it.</exception>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> VersionDatesAsync(string secretId, CancellationToken cancellationToken)
    {
        var dates = new Dictionary<string, DateTimeOffset>();
        var request = new ListSecretVersionIdsRequest { SecretId = secretId, MaxResults = PageSize };
        try
        {
            do
            {
                var page = await PermissionMissingException.GuardAsync("secretsmanager:ListSecretVersionIds", secretId, () =>
                    secretsManager.ListSecretVersionIdsAsync(request, cancellationToken));
                foreach (var version in page.Versions ?? [])
                {
                    if (Moment(version.CreatedDate) is { } created)
                    {
                        dates[version.VersionId] = created;
                    }
                }

                request.NextToken = page.NextToken;
            }
            while (!string.IsNullOrEmpty(request.NextToken));
        }
        catch (ResourceNotFoundException)
        {
            // Deleted since it was described.
        }

        return dates;
    }

    /// <summary>All secrets but those that are scheduled for deletion.</summary>
    /// <exception cref="PermissionMissingException">The role may not call ListSecrets.</exception>
    public async Task<IReadOnlyList<SecretListEntry>> ListAsync(CancellationToken cancellationToken)
    {
        var request = new ListSecretsRequest { MaxResults = PageSize };
        List<SecretListEntry> secrets = [];
        do
        {
            var page = await PermissionMissingException.GuardAsync("secretsmanager:ListSecrets", "all secrets", () =>
                secretsManager.ListSecretsAsync(request, cancellationToken));
            secrets.AddRange(page.SecretList ?? []);
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));

        return secrets;
    }

    /// <summary>A date without a fraction may have been cut to its second; what it stands for had happened by the end of that
    /// second.</summary>
    private static DateTimeOffset? Moment(DateTime? time) => time is not { } at ? null
        : new DateTimeOffset(at.ToUniversalTime()).AddSeconds(at.Ticks % TimeSpan.TicksPerSecond == 0 ? 1 : 0);
}
