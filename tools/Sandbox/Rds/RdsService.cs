using RotationLambdas.Sandbox.SecretsManager;

namespace RotationLambdas.Sandbox.Rds;

/// <summary>RDS: databases whose superuser's password RDS manages in a secret, as DescribeDBInstances and DescribeDBClusters show
/// them.</summary>
public sealed class RdsService : IAwsService
{
    private readonly ConcurrentDictionary<string, JsonObject> _databases = new(StringComparer.OrdinalIgnoreCase);
    private readonly SandboxOptions _options;
    private readonly SecretsManagerService _secrets;

    internal RdsService(SandboxOptions options, SecretsManagerService secrets) => (_options, _secrets) = (options, secrets);

    public string TargetPrefix => "rds";

    /// <summary>Makes a database and the secret of its superuser.</summary>
    /// <param name="isCluster">Whether it is a cluster (Aurora, Multi-AZ) and not an instance.</param>
    /// <param name="host">The endpoint's name; <see langword="null"/> while the database is being made.</param>
    /// <param name="credential">The value of the secret: username and password.</param>
    /// <returns>The secret's ARN.</returns>
    public string Create(bool isCluster, string identifier, string? host, int port, JsonObject credential, string engine = "postgres")
    {
        var arn = ArnOf(isCluster, identifier);
        var secret = _secrets.CreateManaged(
            $"rds!{(isCluster ? "cluster" : "db")}-{Guid.NewGuid()}",
            credential.ToJsonString(),
            "rds",
            [new("aws:secretsmanager:owningService", "rds"),
                new(isCluster ? "aws:rds:primaryDBClusterArn" : "aws:rds:primaryDBInstanceArn", arn)]);
        var database = new JsonObject
        {
            [isCluster ? "DBClusterArn" : "DBInstanceArn"] = arn,
            ["Engine"] = engine,
            ["MasterUserSecret"] = new JsonObject { ["SecretArn"] = secret, ["SecretStatus"] = "active" },
        };
        if (isCluster)
        {
            (database["Endpoint"], database["Port"]) = (host, port);
        }
        else if (host is not null)
        {
            database["Endpoint"] = new JsonObject { ["Address"] = host, ["Port"] = port };
        }

        _databases[arn] = database;
        return secret;
    }

    /// <summary>Puts the credential of the next rotation into a secret that <see cref="Create"/> made.</summary>
    public void Rotate(string secretArn, JsonObject credential) => _secrets.PutManaged(secretArn, credential.ToJsonString());

    /// <summary>Changes what a database shows, such as its <c>MasterUserSecret</c>; <see langword="null"/> deletes it.</summary>
    public void Change(bool isCluster, string identifier, Action<JsonObject>? change)
    {
        if (change is null)
        {
            _databases.Remove(ArnOf(isCluster, identifier), out _);
        }
        else
        {
            change(_databases[ArnOf(isCluster, identifier)]);
        }
    }

    public Task<JsonNode> CallAsync(AwsCall call) => Task.FromResult<JsonNode>(call.Operation switch
    {
        "DescribeDBInstances" => Describe(call, isCluster: false, "DBInstance", "DBInstanceNotFound"),
        "DescribeDBClusters" => Describe(call, isCluster: true, "DBCluster", "DBClusterNotFoundFault"),
        _ => throw new AwsServiceException("InvalidAction", NotOffered.Sentence($"{call.Operation} (version {call.Input["Version"]})")),
    });

    private JsonObject Describe(AwsCall call, bool isCluster, string member, string notFound)
    {
        // The functions ask for one database: lists, filters and pages are not offered.
        var unknown = call.Input.Select(one => one.Key).Except(["Version", $"{member}Identifier"]).FirstOrDefault();
        var identifier = (string?)call.Input[$"{member}Identifier"];
        return unknown is not null || identifier is null
            ? throw new AwsServiceException(
                "InvalidParameterValue", $"The sandbox describes by {member}Identifier alone, not by {unknown}.")
            : _databases.TryGetValue(identifier.Contains(':') ? identifier : ArnOf(isCluster, identifier), out var database)
                && database.ContainsKey($"{member}Arn")
                ? new JsonObject { [$"{member}s"] = new JsonObject { [member] = database.DeepClone() } }
                : throw new AwsServiceException(notFound, $"{member} {identifier} not found.", status: 404);
    }

    private string ArnOf(bool isCluster, string identifier) =>
        $"arn:aws:rds:{_options.Region}:{_options.AccountId}:{(isCluster ? "cluster" : "db")}:{identifier}";
}
