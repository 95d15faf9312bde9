namespace RotationLambdas.EcsRedeployment.Reconciliation;

/// <summary>The secrets of the function's scope whose rotation is overdue, whether services refer to them or not.</summary>
internal sealed class OverdueRotations(SecretCalls secrets, RedeploymentOptions options, TimeProvider clock)
{
    /// <summary>Logs and counts them.</summary>
    /// <returns>How many there are; null when they could not be listed.</returns>
    public async Task<int?> CountAsync(Log log, CancellationToken cancellationToken)
    {
        try
        {
            var count = 0;
            foreach (var secret in await secrets.ListAsync(cancellationToken))
            {
                if (options.Secrets.Includes(secret.Name) && RotationState.WhyOverdue(secret, clock.GetUtcNow()) is { } why)
                {
                    count++;
                    log.RotationOverdue(secret.ARN, why);
                }
            }

            return count;
        }
        catch (PermissionMissingException missing)
        {
            log.Problem($"Overdue rotations were not counted. {missing.Message}");
        }
        catch (Exception error) when (error is AmazonServiceException || AwsErrors.Classify(error) is AwsErrorKind.Transient)
        {
            log.Problem($"Overdue rotations were not counted; the next sweep tries again: {error.Message}");
        }

        return null;
    }
}
