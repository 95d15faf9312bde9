namespace RotationLambdas.Sandbox.Tests.SecretsManager.Operations;

/// <summary>CreateSecret, GetSecretValue, PutSecretValue and their limits.</summary>
public sealed class ValueOperationsTests : SandboxFixture
{
    [Fact]
    public async Task Finds_a_secret_by_name_ARN_and_partial_ARN_only()
    {
        var arn = await CreateAsync();
        await CreateAsync("db-replica", "other");

        arn.ShouldMatch("^arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-[A-Za-z0-9]{6}$");
        foreach (var id in new[] { "db", arn, arn[..^7] })
        {
            (await OkAsync("GetSecretValue", new JsonObject { ["SecretId"] = id }))["SecretString"]!.GetValue<string>().ShouldBe("one");
        }

        foreach (var id in new[] { "d", arn[..^1], arn + "x", arn.Replace("eu-west-1", "eu-west-2", StringComparison.Ordinal) })
        {
            (await RefusedAsync("GetSecretValue", new JsonObject { ["SecretId"] = id }))
                .ShouldBe("ResourceNotFoundException: Secrets Manager can't find the specified secret.");
        }
    }

    // "Don't use a secret name that ends with a hyphen followed by six characters" (Secrets Manager API Reference, "GetSecretValue").
    [Theory]
    [InlineData("shop-config", false)]
    [InlineData("app-secret", false)]
    [InlineData("db-masters", true)]
    public async Task An_ARN_in_complete_form_is_taken_as_complete(string name, bool found)
    {
        var arn = await CreateAsync(name);
        var partial = new JsonObject { ["SecretId"] = arn[..^7] };

        await OkAsync("GetSecretValue", new JsonObject { ["SecretId"] = name });
        await OkAsync("GetSecretValue", new JsonObject { ["SecretId"] = arn });
        if (found)
        {
            await OkAsync("GetSecretValue", partial);
        }
        else
        {
            (await RefusedAsync("GetSecretValue", partial)).ShouldStartWith("ResourceNotFoundException");
        }
    }

    [Fact]
    public async Task A_repeated_put_publishes_no_label_event()
    {
        await CreateAsync();
        await PutAsync("two", Token.Of('2'));
        Events.Clear();

        await PutAsync("two", Token.Of('2'));

        (await LabelsAsync()).ShouldBe("1:AWSPREVIOUS 2:AWSCURRENT");
        Events.ShouldNotContain(one => one["detail-type"]!.GetValue<string>() == "Secret Label Updated");
    }

    [Fact]
    public async Task The_call_is_audited_with_what_is_no_secret()
    {
        await CreateAsync();
        await PutAsync("hunter2", Token.Of('2'), "blue");

        var detail = Events[^1]["detail"]!;
        detail["eventName"]!.GetValue<string>().ShouldBe("PutSecretValue");
        detail["requestParameters"]!.ToJsonString()
            .ShouldBe($$"""{"secretId":"db","clientRequestToken":"{{Token.Of('2')}}","versionStages":["blue"]}""");
        detail["responseElements"]!["arn"]!.GetValue<string>().ShouldStartWith("arn:aws:secretsmanager:");
        Events.ShouldAllBe(one => !one.ToJsonString().Contains("hunter2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"SecretId":"db","SecretString":"x"}""",
        "InvalidRequestException: You must provide a ClientRequestToken value. We recommend a UUID-type value.")]
    [InlineData("""{"SecretId":"db","SecretBinary":"AQ==","ClientRequestToken":"22222222222222222222222222222222"}""",
        "InvalidParameterException: The sandbox keeps text only. Give a SecretString.")]
    [InlineData("""{"SecretId":"db","SecretString":7,"ClientRequestToken":"22222222222222222222222222222222"}""",
        "SerializationException: The member SecretString has an unexpected type.")]
    public async Task A_malformed_put_is_refused(string input, string error)
    {
        await CreateAsync();

        (await RefusedAsync("PutSecretValue", JsonNode.Parse(input)!.AsObject())).ShouldBe(error);
        (await LabelsAsync()).ShouldBe("1:AWSCURRENT");
    }

    [Theory]
    [InlineData(65536, true)]
    [InlineData(65537, false)]
    public async Task Refuses_a_value_of_more_than_65536_bytes(int length, bool fits)
    {
        var input = CreateInput(new string('s', length), Token.Of('1'));

        if (fits)
        {
            await OkAsync("CreateSecret", input);
        }
        else
        {
            (await RefusedAsync("CreateSecret", input))
                .ShouldBe(
                "ValidationException: 1 validation error detected: Value at 'secretString' failed to satisfy constraint: Member must have "
                    + "length less than or equal to 65536");
        }
    }

    private static JsonObject CreateInput(string value, string token) =>
        new() { ["Name"] = "db", ["SecretString"] = value, ["ClientRequestToken"] = token };
}
