namespace RotationLambdas.EcsRedeployment.Tests.Planning;

public sealed class ServiceTagsTests
{
    [Fact]
    public void Secrets_are_named_by_ARN_or_name_and_over_several_tags()
    {
        var tags = ServiceTags.Read(
            [new("rotation:secrets", $"{SecretArn}  plain"), new("rotation:secrets-2", "third"), new("team", "db")], Home);

        tags.Secrets.Select(secret => secret.Source).ShouldBe([
            new SourceKey(SourceKind.SecretByArn, Home, "db-AbC123"),
            new SourceKey(SourceKind.SecretByName, Home, "plain"),
            new SourceKey(SourceKind.SecretByName, Home, "third"),
        ]);
    }

    [Fact]
    public void Other_tags_are_ignored() =>
        ServiceTags.Read([new("team", "false"), new("rotation", "false")], Home).ShouldBe(ServiceTags.None);
}
