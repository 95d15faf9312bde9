using RotationLambdas.Sandbox.SecretsManager.Versions;

namespace RotationLambdas.Sandbox.Tests.SecretsManager.Versions;

public sealed class SecretVersionsTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly SecretVersions _versions = new("arn:secret");

    [Fact]
    public void Moving_AWSCURRENT_reports_both_moved_labels()
    {
        Put("1", "a");
        Put("2", "b", "blue");

        _versions.MoveStage("AWSCURRENT", "1", "2").ShouldBe([new StageMove("AWSCURRENT", "2"), new StageMove("AWSPREVIOUS", "1")]);
    }

    [Fact]
    public void A_content_does_not_show_in_text()
    {
        new SecretContent("hunter2").ToString().ShouldNotContain("hunter2");
    }

    private IReadOnlyList<StageMove> Put(string id, string text, params string[] stages) =>
        _versions.Put(id, new SecretContent(text), stages, Now);
}
