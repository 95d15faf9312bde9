using RotationLambdas.PostgresRotation.Events;

namespace RotationLambdas.PostgresRotation.Tests.Strategies;

public sealed class CredentialHistoryTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly StubbedSecret _secret = new();
    private readonly RenderingLogger _log = new();

    [Fact]
    public async Task The_likeliest_come_first_and_then_the_newest()
    {
        _secret.AddPassword("older", "the older one");
        _secret.AddPassword("newer", "the newer one");
        _secret.AddPassword("before", "the one before", "AWSPREVIOUS");

        (await ReadAsync()).ShouldBe(
            ["AWSCURRENT (current)", "AWSPENDING (pending)", "AWSPREVIOUS (before)", "unlabelled (newer)", "unlabelled (older)"]);
    }

    [Fact]
    public async Task No_version_is_read_while_a_likelier_one_may_do()
    {
        await foreach (var known in History().ReadAsync(CancellationToken.None))
        {
            known.Name.ShouldBe("AWSCURRENT");
            break;
        }

        _secret.VersionsRead.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_password_is_offered_once()
    {
        _secret.AddPassword("next", "pending");
        _secret.AddPassword("twice", "old");
        _secret.AddPassword("thrice", "old");

        (await ReadAsync()).ShouldBe(["AWSCURRENT (current)", "AWSPENDING (pending)", "unlabelled (thrice)"]);
        (await ReadAsync(pending: "current")).ShouldNotContain("AWSPENDING (pending)");
    }

    [Theory]
    [InlineData("""{"username":"app","password":"old","host":"old.example.com"}""", "it is for another server or user")]
    [InlineData("""{"username":"boss","password":"old","host":"db.example.com"}""", "it is for another server or user")]
    [InlineData("not JSON", "it is not a PostgreSQL secret")]
    [InlineData(null, "it has no value")]
    public async Task Useless_versions_are_skipped_with_a_reason_in_the_log(string? text, string why)
    {
        _secret.AddPassword("useful", "old");
        if (text is null)
        {
            _secret.List("useless");
        }
        else
        {
            _secret.Add("useless", text);
        }

        (await ReadAsync()).Skip(2).ShouldBe(["unlabelled (useful)"]);
        _log.Text.ShouldContain($"The unlabelled version useless was not tried: {why}.");
    }

    [Fact]
    public async Task A_version_that_cannot_be_decrypted_is_skipped()
    {
        _secret.AddPassword("useful", "old");
        _secret.AddPassword("useless", "older");
        _secret.Undecryptable.Add("useless");

        (await ReadAsync()).Skip(2).ShouldBe(["unlabelled (useful)"]);
        _log.Text.ShouldContain("The unlabelled version useless was not tried: ");
    }

    [Fact]
    public async Task A_version_with_another_transport_is_tried()
    {
        _secret.Add("older", StubbedSecret.ValueOf("old")[..^1] + ",\"ssl\":true,\"tls_certificate_name\":\"other.example.com\"}");

        (await ReadAsync()).ShouldContain("unlabelled (older)");
    }

    [Theory]
    [InlineData(CredentialHistory.MostUnlabelled, false)]
    [InlineData(CredentialHistory.MostUnlabelled + 1, true)]
    public async Task Twenty_versions_without_a_label_are_tried_and_no_more(int versions, bool isCutShort)
    {
        foreach (var number in Enumerable.Range(1, versions))
        {
            _secret.AddPassword($"v{number}", $"password {number}");
        }

        (await ReadAsync()).Skip(2).Count().ShouldBe(CredentialHistory.MostUnlabelled);
        _log.Text.Contains("20 unlabelled versions were tried", StringComparison.Ordinal).ShouldBe(isCutShort);
    }

    [Fact]
    public async Task The_search_ends_when_its_time_is_over()
    {
        _secret.AddPassword("third", "third");
        _secret.AddPassword("second", "second");
        _secret.AddPassword("first", "first");
        _secret.WhenReading = () => _clock.Advance(CredentialHistory.LongestSearch / 2);

        (await ReadAsync()).Skip(2).ShouldBe(["unlabelled (first)", "unlabelled (second)"]);
        _log.Text.ShouldContain("2 unlabelled versions were tried");
    }

    [Fact]
    public async Task Without_the_right_to_list_versions_the_others_are_still_offered()
    {
        _secret.AddPassword("before", "the one before", "AWSPREVIOUS");
        _secret.MayList = false;

        (await ReadAsync()).ShouldBe(["AWSCURRENT (current)", "AWSPENDING (pending)", "AWSPREVIOUS (before)"]);
        _log.Text.ShouldContain("older versions could not be tried");
    }

    private async Task<List<string>> ReadAsync(string pending = "pending")
    {
        List<string> offered = [];
        await foreach (var known in History(pending).ReadAsync(CancellationToken.None))
        {
            offered.Add(known.ToString());
        }

        return offered;
    }

    private CredentialHistory History(string pending = "pending")
    {
        TimeBudget budget = new(TimeSpan.FromSeconds(30), _clock);
        Rotation rotation = new(
            new RotationEvent(RotationStep.SetSecret, "secret", "pending"),
            new SecretsClient(_secret.Client, "secret", _clock),
            budget,
            new RotationLog(_log));
        return new CredentialHistory(
            new CredentialChange(
                rotation, Known(rotation, "AWSCURRENT", "current", "current"), Known(rotation, "AWSPENDING", "pending", pending)),
            ["app"]);
    }

    private static KnownCredential Known(Rotation rotation, string label, string versionId, string password) =>
        rotation.Read(new SecretValue(versionId, [label], StubbedSecret.ValueOf(password), DateTime.UnixEpoch), label);
}
