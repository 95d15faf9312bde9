using Amazon.SecretsManager.Model;

namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

public sealed record AppSecret(RotationSandbox Fixture, string Arn)
{
    public async Task<string> TextAsync(string label = "AWSCURRENT") =>
        (await Fixture.Client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = Arn, VersionStage = label })).SecretString;

    public async Task<AppValue> ValueAsync(string label = "AWSCURRENT")
    {
        var value = JsonNode.Parse(await TextAsync(label))!;
        return new AppValue((string)value["username"]!, (string)value["password"]!);
    }

    public async Task<Dictionary<string, List<string>>> LabelsAsync() =>
        (await Fixture.Client.DescribeSecretAsync(new DescribeSecretRequest { SecretId = Arn })).VersionIdsToStages;

    /// <summary>The labels of every version that has some, as one text to compare.</summary>
    public async Task<string> LabelsTextAsync() => string.Join(
        "; ", (await LabelsAsync()).OrderBy(version => version.Key, StringComparer.Ordinal)
            .Select(version => $"{version.Key}: {string.Join(", ", version.Value.Order(StringComparer.Ordinal))}"));

    /// <summary>The version that has a label; null when none has.</summary>
    public async Task<string?> HolderAsync(string label) =>
        (await LabelsAsync()).FirstOrDefault(version => version.Value.Contains(label)).Key;

    public async Task<string> PutAsync(string text, string label = "AWSCURRENT") =>
        (await Fixture.Client.PutSecretValueAsync(new PutSecretValueRequest
        {
            SecretId = Arn,
            SecretString = text,
            VersionStages = [label],
            ClientRequestToken = Guid.NewGuid().ToString(),
        })).VersionId;

    /// <summary>Writes a version by hand that is another one with some keys changed.</summary>
    public async Task<string> PutChangedAsync(string key, string value, string label = "AWSCURRENT", string from = "AWSCURRENT")
    {
        var changed = JsonNode.Parse(await TextAsync(from))!.AsObject();
        changed[key] = value;
        return await PutAsync(changed.ToJsonString(), label);
    }

    /// <summary>The next rotation succeeds, and AWSCURRENT is another credential then, which works; the one before does so for another
    /// user only.</summary>
    public Task<RotationOutcome> ShouldRotateAsync() => ShouldRotateAsync(Fixture.RotateAsync);

    public async Task<RotationOutcome> ShouldRotateAsync(Func<AppSecret, Task<RotationOutcome>> rotateAsync)
    {
        var before = await ValueAsync();

        var outcome = await rotateAsync(this);

        outcome.ShouldSucceed();
        var after = await ValueAsync();
        after.Password.ShouldNotBe(before.Password);
        (await Fixture.AcceptsAsync(after)).ShouldBeTrue();
        if (after.UserName == before.UserName)
        {
            (await Fixture.AcceptsAsync(before)).ShouldBeFalse();
        }

        return outcome;
    }

    public Task CancelAsync() => Fixture.Client.CancelRotateSecretAsync(new CancelRotateSecretRequest { SecretId = Arn });

    public async Task<RotationOutcome> CancelAfterAsync(string lastStep)
    {
        var cancelled = await Fixture.RotateUntilAsync(this, lastStep, then: CancelAsync);
        await RemovePendingAsync();
        return cancelled;
    }

    /// <summary>Moves a label to a version, from another one where it is named; null: takes it away.</summary>
    public Task LabelAsync(string label, string? to, string? from = null) => Fixture.Client.UpdateSecretVersionStageAsync(
        new UpdateSecretVersionStageRequest { SecretId = Arn, VersionStage = label, MoveToVersionId = to, RemoveFromVersionId = from });

    public async Task RemovePendingAsync() => await LabelAsync("AWSPENDING", null, from: await HolderAsync("AWSPENDING"));
}
