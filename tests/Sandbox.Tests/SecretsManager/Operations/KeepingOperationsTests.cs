using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Hosting;
using RotationLambdas.Sandbox.Tests.Timing;

namespace RotationLambdas.Sandbox.Tests.SecretsManager.Operations;

/// <summary>Describing, listing, tagging, deleting and restoring secrets, and random passwords.</summary>
public sealed class KeepingOperationsTests : SandboxFixture
{
    private readonly ManualClock _clock = new();

    protected override SandboxOptions Options => new() { TimeProvider = _clock };

    private static JsonObject Db => new() { ["SecretId"] = "db" };

    [Fact]
    public async Task A_secret_is_described_without_its_value_and_without_what_was_never_set()
    {
        await CreateAsync(value: "hunter2");

        var answer = await OkAsync("DescribeSecret", Db);

        answer.Select(member => member.Key).ShouldBe(["ARN", "Name", "LastChangedDate", "VersionIdsToStages", "CreatedDate"]);
        answer.ToJsonString().ShouldNotContain("hunter2");
        answer["CreatedDate"]!.GetValue<decimal>().ShouldBe(1772366400m);
    }

    [Fact]
    public async Task A_value_that_was_read_leaves_the_day()
    {
        await CreateAsync();
        await ValueAsync();

        (await OkAsync("DescribeSecret", Db))["LastAccessedDate"]!.GetValue<decimal>().ShouldBe(1772323200m);
    }

    [Fact]
    public async Task Versions_without_a_label_are_listed_when_asked_for()
    {
        await CreateAsync();
        await PutAsync("two", Token.Of('2'));
        await PutAsync("three", Token.Of('3'));

        (await VersionsAsync(new JsonObject { ["SecretId"] = "db" })).ShouldBe("23");
        (await VersionsAsync(new JsonObject { ["SecretId"] = "db", ["IncludeDeprecated"] = true })).ShouldBe("123");
        (await OkAsync("DescribeSecret", Db))["VersionIdsToStages"]!.AsObject().Count.ShouldBe(2);
        (await OkAsync("GetSecretValue", new JsonObject { ["SecretId"] = "db", ["VersionId"] = Token.Of('1') }))["SecretString"]!.GetValue<string>().ShouldBe("one");
    }

    [Fact]
    public async Task Versions_come_in_pages()
    {
        await CreateAsync();
        await PutAsync("two", Token.Of('2'));

        var first = await OkAsync("ListSecretVersionIds", new JsonObject { ["SecretId"] = "db", ["MaxResults"] = 1 });
        var second = await VersionsAsync(new JsonObject { ["SecretId"] = "db", ["MaxResults"] = 1, ["NextToken"] = first["NextToken"]!.GetValue<string>() });

        second.ShouldBe("2");
        (await RefusedAsync("ListSecretVersionIds", new JsonObject { ["SecretId"] = "db", ["NextToken"] = "nonsense" })).ShouldBe("InvalidNextTokenException: The NextToken value is invalid.");
    }

    [Theory]
    [InlineData("name", "app/d", "app/db")]
    [InlineData("name", "App", "")]
    [InlineData("name", "!app", "other")]
    [InlineData("description", "DATA", "app/db")]
    [InlineData("tag-key", "team", "app/db")]
    [InlineData("tag-value", "blue", "app/db")]
    [InlineData("all", "db", "app/db")]
    [InlineData("all", "nothing", "")]
    [InlineData("owning-service", "rds", "")]
    public async Task Secrets_are_found_by_filters(string key, string value, string found)
    {
        await OkAsync("CreateSecret", JsonNode.Parse($$"""{"Name":"app/db","Description":"the database","Tags":[{"Key":"team","Value":"blue"}],"ClientRequestToken":"{{Token.Of('1')}}"}""")!.AsObject());
        await CreateAsync("other");

        var answer = await OkAsync("ListSecrets", new JsonObject { ["Filters"] = new JsonArray(new JsonObject { ["Key"] = key, ["Values"] = new JsonArray(value) }) });

        string.Join(' ', answer["SecretList"]!.AsArray().Select(secret => secret!["Name"]!.GetValue<string>())).ShouldBe(found);
    }

    [Fact]
    public async Task Several_values_come_in_one_call_with_the_errors_beside_them()
    {
        await CreateAsync();

        var answer = await OkAsync("BatchGetSecretValue", new JsonObject { ["SecretIdList"] = new JsonArray("db", "gone") });

        answer["SecretValues"]!.AsArray().Single()!["SecretString"]!.GetValue<string>().ShouldBe("one");
        answer["Errors"]!.AsArray().Single()!["ErrorCode"]!.GetValue<string>().ShouldBe("ResourceNotFoundException");
    }

    [Fact]
    public async Task Tags_are_set_replaced_and_taken_away()
    {
        await CreateAsync();

        await OkAsync("TagResource", JsonNode.Parse("""{"SecretId":"db","Tags":[{"Key":"a","Value":"1"},{"Key":"b","Value":"2"}]}""")!.AsObject());
        await OkAsync("TagResource", JsonNode.Parse("""{"SecretId":"db","Tags":[{"Key":"a","Value":"3"}]}""")!.AsObject());
        await OkAsync("UntagResource", JsonNode.Parse("""{"SecretId":"db","TagKeys":["b"]}""")!.AsObject());

        (await OkAsync("DescribeSecret", Db))["Tags"]!.ToJsonString().ShouldBe("""[{"Key":"a","Value":"3"}]""");
    }

    [Fact]
    public async Task A_policy_is_kept_as_it_was_put()
    {
        await CreateAsync();
        (await OkAsync("GetResourcePolicy", Db)).ContainsKey("ResourcePolicy").ShouldBeFalse();

        await OkAsync("PutResourcePolicy", new JsonObject { ["SecretId"] = "db", ["ResourcePolicy"] = """{"Version":"2012-10-17"}""" });

        (await OkAsync("GetResourcePolicy", Db))["ResourcePolicy"]!.GetValue<string>().ShouldBe("""{"Version":"2012-10-17"}""");
        (await RefusedAsync("PutResourcePolicy", new JsonObject { ["SecretId"] = "db", ["ResourcePolicy"] = "{" })).ShouldBe("MalformedPolicyDocumentException: This resource policy contains a syntax error.");
        await OkAsync("DeleteResourcePolicy", Db);
        (await OkAsync("GetResourcePolicy", Db)).ContainsKey("ResourcePolicy").ShouldBeFalse();
    }

    [Fact]
    public async Task A_secret_marked_for_deletion_can_be_described_and_restored_but_not_used()
    {
        await CreateAsync();
        var answer = await OkAsync("DeleteSecret", new JsonObject { ["SecretId"] = "db", ["RecoveryWindowInDays"] = 7 });
        answer["DeletionDate"]!.GetValue<decimal>().ShouldBe(1772366400m + (7 * 86400));

        foreach (var (operation, input) in new (string, JsonObject)[]
        {
            ("GetSecretValue", Db),
            ("PutSecretValue", new JsonObject { ["SecretId"] = "db", ["SecretString"] = "x", ["ClientRequestToken"] = Token.Of('2') }),
            ("UpdateSecretVersionStage", new JsonObject { ["SecretId"] = "db", ["VersionStage"] = "blue", ["MoveToVersionId"] = Token.Of('1') }),
            ("RotateSecret", new JsonObject { ["SecretId"] = "db", ["ClientRequestToken"] = Token.Of('2'), ["RotationLambdaARN"] = "rotate" }),
            ("CancelRotateSecret", Db),
            ("DeleteSecret", Db),
        })
        {
            (await RefusedAsync(operation, input)).ShouldBe("InvalidRequestException: You can't perform this operation on the secret because it was marked for deletion.", operation);
        }

        (await RefusedAsync("CreateSecret", new JsonObject { ["Name"] = "db", ["ClientRequestToken"] = Token.Of('1') })).ShouldBe("InvalidRequestException: You can't create this secret because a secret with this name is already scheduled for deletion.");
        (await OkAsync("ListSecrets", []))["SecretList"]!.AsArray().ShouldBeEmpty();
        (await OkAsync("DescribeSecret", Db)).ContainsKey("DeletedDate").ShouldBeTrue();

        await OkAsync("RestoreSecret", Db);

        (await ValueAsync()).ShouldBe("one");
        (await OkAsync("DescribeSecret", Db)).ContainsKey("DeletedDate").ShouldBeFalse();
    }

    [Fact]
    public async Task A_secret_is_gone_when_its_recovery_window_has_passed()
    {
        await CreateAsync();
        await OkAsync("DeleteSecret", Db);
        _clock.Advance(TimeSpan.FromDays(29));
        (await OkAsync("DescribeSecret", Db)).ContainsKey("DeletedDate").ShouldBeTrue();

        _clock.Advance(TimeSpan.FromDays(1));

        (await RefusedAsync("DescribeSecret", Db)).ShouldStartWith("ResourceNotFoundException");
        await CreateAsync();
    }

    [Theory]
    [InlineData("""{"SecretId":"db","RecoveryWindowInDays":6}""", "The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).")]
    [InlineData("""{"SecretId":"db","RecoveryWindowInDays":31}""", "The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).")]
    [InlineData("""{"SecretId":"db","RecoveryWindowInDays":7,"ForceDeleteWithoutRecovery":true}""", "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.")]
    public async Task A_deletion_that_makes_no_sense_is_refused(string input, string error)
    {
        await CreateAsync();

        (await RefusedAsync("DeleteSecret", JsonNode.Parse(input)!.AsObject())).ShouldBe("InvalidParameterException: " + error);
        (await ValueAsync()).ShouldBe("one");
    }

    [Fact]
    public async Task Forced_deletion_of_what_is_not_there_succeeds()
    {
        (await OkAsync("DeleteSecret", new JsonObject { ["SecretId"] = "gone", ["ForceDeleteWithoutRecovery"] = true }))["Name"]!.GetValue<string>().ShouldBe("gone");
    }

    [Theory]
    [InlineData("{}", "^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])(?=.*[^A-Za-z0-9]).{32}$")]
    [InlineData("""{"PasswordLength":4}""", "^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])(?=.*[^A-Za-z0-9]).{4}$")]
    [InlineData("""{"PasswordLength":500,"ExcludePunctuation":true,"ExcludeNumbers":true}""", "^[A-Za-z]{500}$")]
    [InlineData("""{"PasswordLength":500,"ExcludePunctuation":true,"ExcludeUppercase":true,"ExcludeCharacters":"abc01"}""", "^[d-z2-9]{500}$")]
    [InlineData("""{"PasswordLength":1,"RequireEachIncludedType":false,"ExcludePunctuation":true}""", "^[A-Za-z0-9]$")]
    [InlineData("""{"PasswordLength":2000,"IncludeSpace":true}""", " ")]
    public async Task A_random_password_has_what_was_asked_for(string input, string pattern)
    {
        (await OkAsync("GetRandomPassword", JsonNode.Parse(input)!.AsObject()))["RandomPassword"]!.GetValue<string>().ShouldMatch(pattern);
    }

    [Theory]
    [InlineData("""{"PasswordLength":3}""", "InvalidParameterException: Password length is too short based on the required types.")]
    [InlineData("""{"PasswordLength":0}""", "ValidationException")]
    [InlineData("""{"PasswordLength":4097}""", "ValidationException")]
    [InlineData("""{"ExcludeLowercase":true,"ExcludeUppercase":true,"ExcludeNumbers":true,"ExcludePunctuation":true}""", "InvalidParameterException")]
    public async Task A_random_password_that_cannot_be_made_is_refused(string input, string error)
    {
        (await RefusedAsync("GetRandomPassword", JsonNode.Parse(input)!.AsObject())).ShouldStartWith(error);
    }

    private async Task<string> VersionsAsync(JsonObject input) =>
        string.Concat((await OkAsync("ListSecretVersionIds", input))["Versions"]!.AsArray().Select(version => version!["VersionId"]!.GetValue<string>()[0]));
}
