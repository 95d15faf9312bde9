using RotationLambdas.Sandbox.SecretsManager.Versions;

namespace RotationLambdas.Sandbox.Tests.SecretsManager.Versions;

public sealed class SecretVersionsTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly SecretVersions _versions = new("arn:secret");

    private string Labels => string.Join(' ', _versions.All.Select(version => $"{version.Id}:{string.Join('+', version.Stages)}"));

    [Fact]
    public void The_first_version_is_always_current()
    {
        Put("1", "a", "blue");

        Labels.ShouldBe("1:blue+AWSCURRENT");
    }

    [Fact]
    public void A_label_is_taken_from_the_version_that_has_it()
    {
        Put("1", "a");
        Put("2", "b", "blue");

        Put("3", "c", "blue");

        Labels.ShouldBe("1:AWSCURRENT 2: 3:blue");
    }

    [Fact]
    public void A_rotation_begins_with_an_empty_version()
    {
        Put("1", "a");

        _versions.AddPending("2", null, Now);

        Labels.ShouldBe("1:AWSCURRENT 2:AWSPENDING");
        _versions.Find("2")!.Content.ShouldBeNull();
        _versions.Unfinished!.Id.ShouldBe("2");
    }

    [Fact]
    public void A_pending_version_gets_its_content_once()
    {
        Put("1", "a");
        _versions.AddPending("2", null, Now);

        Put("2", "b", "AWSPENDING").ShouldBeEmpty();

        Labels.ShouldBe("1:AWSCURRENT 2:AWSPENDING");
        _versions.Find("2")!.Content!.Text.ShouldBe("b");
    }

    [Fact]
    public void A_put_without_labels_makes_a_pending_version_current()
    {
        Put("1", "a");
        _versions.AddPending("2", null, Now);

        Put("2", "b");

        Labels.ShouldBe("1:AWSPREVIOUS 2:AWSPENDING+AWSCURRENT");
    }

    [Fact]
    public void A_finished_rotation_may_keep_AWSPENDING()
    {
        Put("1", "a");
        _versions.AddPending("2", null, Now);
        Put("2", "b", "AWSPENDING");

        _versions.MoveStage("AWSCURRENT", "1", "2");

        Labels.ShouldBe("1:AWSPREVIOUS 2:AWSPENDING+AWSCURRENT");
        _versions.Unfinished.ShouldBeNull();
    }

    [Fact]
    public void Moving_AWSCURRENT_reports_both_moved_labels()
    {
        Put("1", "a");
        Put("2", "b", "blue");

        _versions.MoveStage("AWSCURRENT", "1", "2").ShouldBe([new StageMove("AWSCURRENT", "2"), new StageMove("AWSPREVIOUS", "1")]);
    }

    [Fact]
    public void A_label_moved_to_where_it_is_stays_there()
    {
        Put("1", "a");

        _versions.MoveStage("AWSCURRENT", null, "1").ShouldBeEmpty();
        _versions.MoveStage("AWSCURRENT", "1", "1").ShouldBeEmpty();

        Labels.ShouldBe("1:AWSCURRENT");
    }

    [Theory]
    [InlineData("blue", "1", "2",
        "When you move staging label blue, if you specify RemoveFromVersionId, it must be set to the version that currently has the "
            + "staging label blue.")]
    [InlineData("blue", "1", null, "Version stage blue not found in version 1")]
    [InlineData("AWSCURRENT", "2", null,
        "You can only move staging label AWSCURRENT to a different secret version. It can’t be completely removed.")]
    [InlineData("AWSCURRENT", null, null, "You must specify RemoveFromVersionId, MoveToVersionId, or both.")]
    public void A_refused_move_changes_nothing(string stage, string? from, string? to, string message)
    {
        Put("1", "a");
        Put("2", "b");

        var error = Should.Throw<AwsServiceException>(() => _versions.MoveStage(stage, from, to));

        (error.Code, error.Message).ShouldBe(("InvalidParameterException", message));
        Labels.ShouldBe("1:AWSPREVIOUS 2:AWSCURRENT");
    }

    [Fact]
    public void Keeps_deprecated_versions_of_a_day_or_the_last_hundred()
    {
        for (var index = 0; index < 150; index++)
        {
            _versions.Put($"old{index}", new SecretContent("x", null), [], Now.AddSeconds(index));
        }

        _versions.All.Count.ShouldBe(150);

        _versions.Put("new", new SecretContent("x", null), [], Now.AddDays(2));

        _versions.All.Count(version => version.IsDeprecated).ShouldBe(100);
        _versions.Find("old148").ShouldNotBeNull();
        _versions.Find("old0").ShouldBeNull();
    }

    [Fact]
    public void A_content_does_not_show_in_text()
    {
        new SecretContent("hunter2", null).ToString().ShouldNotContain("hunter2");
    }

    private IReadOnlyList<StageMove> Put(string id, string text, params string[] stages) =>
        _versions.Put(id, new SecretContent(text, null), stages, Now);
}
