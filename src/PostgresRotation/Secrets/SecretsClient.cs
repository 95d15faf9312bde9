using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace RotationLambdas.PostgresRotation.Secrets;

/// <summary>One secret in Secrets Manager. Transient errors are retried until the token ends the call, so that every
/// <see cref="SecretsManagerRefusedException"/> is final. The client's own three attempts end within about two seconds; an interface
/// endpoint that comes back, or a burst of a thousand rotations in one window, may take longer.</summary>
/// <param name="secretId">The secret's ARN or name.</param>
/// <param name="clock">The clock of the pauses between attempts.</param>
internal sealed class SecretsClient(IAmazonSecretsManager client, string secretId, TimeProvider clock)
{
    private readonly RetryPolicy _retry = new(new RetryOptions(), clock);

    public string SecretId => secretId;

    /// <summary>Another secret, read with the same client.</summary>
    public SecretsClient Beside(string otherSecretId) => new(client, otherSecretId, clock);

    /// <summary>The secret's versions and whether rotation is enabled.</summary>
    /// <exception cref="SecretsManagerRefusedException">Secrets Manager refuses for good.</exception>
    public async Task<SecretVersions> DescribeAsync(CancellationToken cancellationToken)
    {
        var description = await DescribeSecretAsync(cancellationToken);
        return new SecretVersions(
            description.RotationEnabled,
            (description.VersionIdsToStages ?? []).ToDictionary(version => version.Key, version => (IReadOnlyList<string>)version.Value));
    }

    /// <summary>The secret's complete ARN, and its tags.</summary>
    /// <exception cref="SecretsManagerRefusedException">Secrets Manager refuses for good.</exception>
    public async Task<(string Arn, IReadOnlyList<KeyValuePair<string, string>> Tags)> ReadTagsAsync(CancellationToken cancellationToken)
    {
        var description = await DescribeSecretAsync(cancellationToken);
        return (description.ARN, [.. (description.Tags ?? []).Select(tag => KeyValuePair.Create(tag.Key, tag.Value))]);
    }

    /// <summary>Whether the secret exists; one that cannot be described counts as one that does.</summary>
    public async Task<bool> ExistsAsync(CancellationToken cancellationToken)
    {
        try
        {
            _ = await DescribeSecretAsync(cancellationToken, typeof(ResourceNotFoundException));
            return true;
        }
        catch (ResourceNotFoundException)
        {
            return false;
        }
        catch (SecretsManagerRefusedException)
        {
            return true;
        }
    }

    /// <summary>One version's value, with or without labels; null when the version does not exist or has no value yet.</summary>
    /// <exception cref="SecretsManagerRefusedException">Secrets Manager refuses for good.</exception>
    public Task<SecretValue?> ReadVersionAsync(string versionId, CancellationToken cancellationToken) =>
        ReadAsync(new GetSecretValueRequest { SecretId = secretId, VersionId = versionId }, cancellationToken);

    /// <summary>The value of the version that has the label; null when no version has it or that version has no value.</summary>
    /// <exception cref="SecretsManagerRefusedException">Secrets Manager refuses for good.</exception>
    public Task<SecretValue?> ReadLabelAsync(string label, CancellationToken cancellationToken) =>
        ReadAsync(new GetSecretValueRequest { SecretId = secretId, VersionStage = label }, cancellationToken);

    /// <summary>Gives the pending version its value.</summary>
    /// <param name="versionId">The rotation's token.</param>
    /// <param name="rotationToken">Goes with the call when the rotation came with one.</param>
    /// <returns>False when the version has another value already; a value never changes.</returns>
    /// <exception cref="SecretsManagerRefusedException">Secrets Manager refuses for good.</exception>
    public async Task<bool> WritePendingAsync(string versionId, string text, string? rotationToken, CancellationToken cancellationToken)
    {
        // Without VersionStages the call would move AWSCURRENT, before the database knows the password.
        PutSecretValueRequest request = new()
        {
            SecretId = secretId,
            ClientRequestToken = versionId,
            SecretString = text,
            VersionStages = [StagingLabel.Pending],
            RotationToken = rotationToken,
        };
        try
        {
            _ = await CallAsync(
                "PutSecretValue", token => client.PutSecretValueAsync(request, token), cancellationToken, typeof(ResourceExistsException));
            return true;
        }
        catch (ResourceExistsException)
        {
            return false;
        }
    }

    /// <summary>Moves AWSCURRENT, as a compare-and-swap: it must still be where it was seen.</summary>
    /// <param name="from">The version that has it; null when none has.</param>
    /// <param name="to">The version that gets it.</param>
    /// <returns>False when it was not there any more, or a lost answer was followed by a repetition; DescribeSecret shows which.</returns>
    /// <exception cref="SecretsManagerRefusedException">Secrets Manager refuses for good.</exception>
    public async Task<bool> MoveCurrentAsync(string? from, string to, CancellationToken cancellationToken)
    {
        UpdateSecretVersionStageRequest request = new()
        {
            SecretId = secretId,
            VersionStage = StagingLabel.Current,
            MoveToVersionId = to,
            RemoveFromVersionId = from,
        };
        try
        {
            _ = await CallAsync(
                "UpdateSecretVersionStage", token =>
                    client.UpdateSecretVersionStageAsync(request, token), cancellationToken, typeof(InvalidParameterException));
            return true;
        }
        catch (InvalidParameterException)
        {
            return false;
        }
    }

    /// <summary>The ids of the versions that have no label any more, newest first. Secrets Manager keeps about a hundred of them.</summary>
    /// <exception cref="SecretsManagerRefusedException">Secrets Manager refuses for good.</exception>
    public async Task<IReadOnlyList<string>> ListUnlabelledAsync(CancellationToken cancellationToken)
    {
        List<SecretVersionsListEntry> versions = [];
        ListSecretVersionIdsRequest request = new() { SecretId = secretId, IncludeDeprecated = true, MaxResults = 100 };
        do
        {
            var page = await CallAsync(
                "ListSecretVersionIds", token => client.ListSecretVersionIdsAsync(request, token), cancellationToken);
            versions.AddRange((page.Versions ?? []).Where(version => version.VersionStages is null or []));
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));

        return [.. versions.OrderByDescending(version => version.CreatedDate).Select(version => version.VersionId)];
    }

    private Task<DescribeSecretResponse> DescribeSecretAsync(CancellationToken cancellationToken, Type? expected = null) => CallAsync(
        "DescribeSecret",
        token => client.DescribeSecretAsync(new DescribeSecretRequest { SecretId = secretId }, token),
        cancellationToken,
        expected);

    private async Task<SecretValue?> ReadAsync(GetSecretValueRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var value = await CallAsync(
                "GetSecretValue", token =>
                    client.GetSecretValueAsync(request, token), cancellationToken, typeof(ResourceNotFoundException));
            return new SecretValue(
                value.VersionId, value.VersionStages ?? [], value.SecretString ?? "", value.CreatedDate ?? DateTime.MinValue);
        }
        catch (ResourceNotFoundException exception) when (exception.Message.Contains("secret value", StringComparison.OrdinalIgnoreCase))
        {
            // "Secrets Manager can't find the specified secret value for …": the secret is there, the value is not.
            return null;
        }
        catch (ResourceNotFoundException exception)
        {
            throw SecretsErrors.Final("GetSecretValue", secretId, exception, attempts: 1);
        }
    }

    private async Task<T> CallAsync<T>(
        string operation, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken, Type? expected = null)
    {
        try
        {
            return await _retry.RunAsync(
                call,
                exception => exception.GetType() != expected && AwsErrors.IsWorthRetrying(exception),
                (exception, attempts) => exception.GetType() == expected || AwsErrors.Classify(exception) == AwsErrorKind.Other
                    ? null
                    : SecretsErrors.Final(operation, secretId, exception, attempts),
                cancellationToken);
        }
        catch (OperationCanceledException silence)
        {
            throw SecretsErrors.Final(operation, secretId, silence, attempts: 1);
        }
    }
}
