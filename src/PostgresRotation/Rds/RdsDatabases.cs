using Amazon.RDS;
using Amazon.RDS.Model;
using Amazon.Runtime;

namespace RotationLambdas.PostgresRotation.Rds;

/// <summary>Finds the server of a superuser's secret that RDS manages, which holds a user name and a password alone. RDS tags such a
/// secret with the ARN of its database, and nobody else can: keys that begin with <c>aws:</c> are reserved. The database must name the
/// secret in turn.</summary>
/// <param name="client">RDS; made when it is first needed.</param>
/// <param name="clock">The clock of the pauses between attempts.</param>
internal sealed class RdsDatabases(Lazy<IAmazonRDS> client, TimeProvider clock)
{
    private const string InstanceTag = "aws:rds:primaryDBInstanceArn";
    private const string ClusterTag = "aws:rds:primaryDBClusterArn";
    private readonly Shared.RetryPolicy _retry = new(new RetryOptions(), clock);

    /// <summary>The writer's address of the database that a secret belongs to; null when RDS does not manage the secret.</summary>
    /// <exception cref="FunctionException">RDS refuses, or the database is not this secret's, not PostgreSQL, or not ready.</exception>
    public async Task<SuperuserAddress?> FindAsync(SecretsClient secret, CancellationToken cancellationToken)
    {
        var (arn, tags) = await secret.ReadTagsAsync(cancellationToken);
        var owners = tags.Where(tag => Is(tag, InstanceTag) || Is(tag, ClusterTag)).ToList();
        switch (owners)
        {
            case []:
                return null;
            case [var owner]:
                return Address(arn, owner.Value, await DescribeAsync(owner, cancellationToken));
            default:
                throw new SecretMismatchException(
                    $"The superuser's secret {arn} has the tags of {owners.Count} databases.",
                    "Name its server in superuserAddresses of TRUST_SETTINGS.");
        }
    }

    private static SuperuserAddress Address(string secret, string database, Database found)
    {
        if (found.Secret?.SecretArn != secret)
        {
            throw new SecretMismatchException(
                $"The superuser's secret {secret} is tagged as that of {database}, and the database's superuser has another secret.",
                "Put the ARN of the database's own secret (MasterUserSecret in the RDS console) into SUPERUSER_SECRET_ARN or masterarn.");
        }

        if (found.Engine is not ("postgres" or "aurora-postgresql"))
        {
            throw new SecretMalformedException(
                $"The superuser's secret {secret} is that of {database}, whose engine is {found.Engine ?? "unknown"}.",
                "Use the secret of a PostgreSQL database.");
        }

        return found is { Host: { Length: > 0 } host, Port: { } port }
            ? new SuperuserAddress { Host = host, Port = port }
            : throw new RdsRefusedException($"The database {database} has no endpoint yet.", "Rotate when its status is available.");
    }

    private Task<Database> DescribeAsync(KeyValuePair<string, string> owner, CancellationToken cancellationToken) => Is(owner, InstanceTag)
        ? CallAsync("DescribeDBInstances", owner.Value, async token =>
            (await client.Value.DescribeDBInstancesAsync(new DescribeDBInstancesRequest { DBInstanceIdentifier = owner.Value }, token))
                .DBInstances?.Select(one => new Database(one.MasterUserSecret, one.Engine, one.Endpoint?.Address, one.Endpoint?.Port)),
                cancellationToken)
        : CallAsync("DescribeDBClusters", owner.Value, async token =>
            (await client.Value.DescribeDBClustersAsync(new DescribeDBClustersRequest { DBClusterIdentifier = owner.Value }, token))
                .DBClusters?.Select(one => new Database(one.MasterUserSecret, one.Engine, one.Endpoint, one.Port)), cancellationToken);

    private async Task<Database> CallAsync(
        string operation, string database, Func<CancellationToken, Task<IEnumerable<Database>?>> call, CancellationToken cancellationToken)
    {
        try
        {
            var found = await _retry.RunAsync(
                call, AwsErrors.IsWorthRetrying, (error, _) => Refused(operation, database, error), cancellationToken);
            return found?.ToList() is [var one]
                ? one : throw new RdsRefusedException($"RDS has no database {database}.", "Check that it still exists.");
        }
        catch (OperationCanceledException silence)
        {
            throw Refused(operation, database, silence);
        }
    }

    private static RdsRefusedException Refused(string operation, string database, Exception error)
    {
        var problem = OutsideText.Of(
            $"{operation} of {database} failed with {(error as AmazonServiceException)?.ErrorCode ?? error.GetType().Name}.");
        return new RdsRefusedException($"{problem}", AwsErrors.Classify(error) switch
        {
            AwsErrorKind.AccessDenied => $"Allow rds:{operation} on this database in the function's execution role.",
            AwsErrorKind.Throttled => $"Spread the rotation schedules over a longer window; the rotation is retried.",
            AwsErrorKind.Transient or AwsErrorKind.Other =>
                "Give the function's subnets a way to RDS (a NAT gateway, or the interface endpoint com.amazonaws.<region>.rds), or name "
                    + "the server in superuserAddresses of TRUST_SETTINGS.",
            _ => $"Check that the database still exists, or name the server in superuserAddresses of TRUST_SETTINGS.",
        });
    }

    private static bool Is(KeyValuePair<string, string> tag, string key) => key.Equals(tag.Key, StringComparison.OrdinalIgnoreCase);

    private sealed record Database(MasterUserSecret? Secret, string? Engine, string? Host, int? Port);
}
