using Amazon.Lambda.TestUtilities;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using NSubstitute;

namespace RotationLambdas.PostgresRotation.Tests.Secrets;

/// <summary>A secret whose answers a test chooses one by one, where the sandbox would keep to Secrets Manager's rules.</summary>
internal sealed class StubbedSecret
{
    private readonly List<GetSecretValueResponse> _values = [];
    private readonly List<SecretVersionsListEntry> _listed = [];

    public StubbedSecret()
    {
        _ = Client.GetSecretValueAsync(Arg.Any<GetSecretValueRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Read(call.Arg<GetSecretValueRequest>()));
        _ = Client.DescribeSecretAsync(Arg.Any<DescribeSecretRequest>(), Arg.Any<CancellationToken>())
            .Returns(_ => new DescribeSecretResponse { RotationEnabled = true, VersionIdsToStages = Labels });
        _ = Client.ListSecretVersionIdsAsync(Arg.Any<ListSecretVersionIdsRequest>(), Arg.Any<CancellationToken>())
            .Returns(_ => MayList
                ? Task.FromResult(new ListSecretVersionIdsResponse { Versions = _listed })
                : throw Denied());
        _ = Client.UpdateSecretVersionStageAsync(Arg.Any<UpdateSecretVersionStageRequest>(), Arg.Any<CancellationToken>())
            .Returns(_ => MayMove ? Task.FromResult(new UpdateSecretVersionStageResponse()) : throw Denied());
        _ = Client.PutSecretValueAsync(Arg.Do<PutSecretValueRequest>(Written.Add), Arg.Any<CancellationToken>())
            .Returns(new PutSecretValueResponse());
    }

    public IAmazonSecretsManager Client { get; } = Substitute.For<IAmazonSecretsManager>();

    public Dictionary<string, List<string>> Labels { get; } = [];

    public bool MayMove { get; init; } = true;

    public bool MayList { get; set; } = true;

    /// <summary>Versions whose key was deleted.</summary>
    public HashSet<string> Undecryptable { get; } = [];

    public List<string> VersionsRead { get; } = [];

    public List<PutSecretValueRequest> Written { get; } = [];

    public Action WhenReading { get; set; } = () => { };

    /// <summary>Adds a version with a value, and lists it when it has no label.</summary>
    public void Add(string versionId, string text, params string[] labels)
    {
        _values.Add(
            new GetSecretValueResponse
            {
                VersionId = versionId,
                SecretString = text,
                VersionStages = [.. labels],
                CreatedDate = DateTime.UnixEpoch.AddDays(_values.Count)
            });
        if (labels is [])
        {
            List(versionId);
        }
    }

    /// <summary>Adds a version with a complete value: the user app, and a password.</summary>
    public void AddPassword(string versionId, string password, params string[] labels) => Add(versionId, ValueOf(password), labels);

    public static string ValueOf(string password) => $$"""{"username":"app","password":"{{password}}","host":"db.example.com"}""";

    /// <summary>Lists a version without labels, newer than those before it; it has no value unless it gets one.</summary>
    public void List(string versionId) => _listed.Add(
        new SecretVersionsListEntry { VersionId = versionId, CreatedDate = DateTime.UnixEpoch.AddDays(_listed.Count) });

    public async Task StepAsync(string step, string token, IDatabaseServer database, string? rotationToken = null, TimeSpan? time = null)
    {
        JsonObject payload =
            new() { ["Step"] = step, ["SecretId"] = "secret", ["ClientRequestToken"] = token, ["RotationToken"] = rotationToken };
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(payload.ToJsonString()));
        RotationHandler handler = new(
            Client, new(() => null!), database, RotationOptionsReader.Read(_ => null), TextWriter.Null, new HurriedClock());
        await handler.HandleAsync(
            stream, new TestLambdaContext { Logger = new TestLambdaLogger(), RemainingTime = time ?? TimeSpan.FromSeconds(30) });
    }

    /// <summary>Leaves every read without an answer, until the caller gives up.</summary>
    public void BeSilent() =>
        Client.GetSecretValueAsync(Arg.Any<GetSecretValueRequest>(), Arg.Any<CancellationToken>()).Returns(async call =>
    {
        await Task.Delay(Timeout.Infinite, call.Arg<CancellationToken>());
        return new GetSecretValueResponse();
    });

    private static AmazonSecretsManagerException Denied(string code = "AccessDeniedException") =>
        new("No.", ErrorType.Sender, code, "request-1", System.Net.HttpStatusCode.BadRequest);

    private GetSecretValueResponse Read(GetSecretValueRequest request)
    {
        WhenReading();
        VersionsRead.Add(request.VersionId ?? request.VersionStage);
        if (Undecryptable.Contains(request.VersionId ?? ""))
        {
            throw Denied("DecryptionFailure");
        }

        return _values.Find(
            value => request.VersionId is null ? value.VersionStages.Contains(request.VersionStage) : value.VersionId == request.VersionId)
            ?? throw new ResourceNotFoundException("Secrets Manager can't find the specified secret value.");
    }
}
