namespace RotationLambdas.EcsRedeployment.Discovery;

/// <summary>What all parts of one scan share.</summary>
internal sealed record ScanRun(Scan Scan, Func<SecretReference, bool> IsWanted, DateTimeOffset Until)
{
    /// <summary>Pages that were throttled or failed for the moment.</summary>
    public ConcurrentBag<(string Cluster, string[] Services)> Refused { get; } = [];

    /// <summary>Reads something, and notes why it could not be read.</summary>
    /// <returns>False when it may be read later.</returns>
    public async Task<bool> GuardAsync(string subject, Func<Task> read)
    {
        try
        {
            await read();
            return true;
        }
        catch (AmazonServiceException exception) when (AwsErrors.Classify(exception) is AwsErrorKind.NotFound)
        {
            Scan.Deleted.Add(subject);
            return true;
        }
        catch (FunctionException exception)
        {
            Scan.Permanent.Add(exception.Message);
            return true;
        }
        catch (Exception exception) when (AwsErrors.Classify(exception) is not AwsErrorKind.Other)
        {
            var isForNow = AwsErrors.IsWorthRetrying(exception);
            (isForNow ? Scan.Problems : Scan.Permanent).Add($"{subject} could not be read: {exception.Message}");
            return !isForNow;
        }
    }
}
