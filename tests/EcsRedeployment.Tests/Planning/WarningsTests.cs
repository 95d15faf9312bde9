namespace RotationLambdas.EcsRedeployment.Tests.Planning;

public sealed class WarningsTests
{
    private static readonly ServiceSnapshot Moving = Service(Unit(Before, Reference()) with { MovingImages = ["web:latest", "log:main"] });

    [Fact]
    public void A_normal_service_has_no_warning() => About(Stale(), Decision.Redeploy).ShouldBeEmpty();

    [Fact]
    public void What_refers_to_other_secrets_is_no_matter_here() =>
        About(Stale(
            Reference(), Reference("arn:aws:secretsmanager:eu-west-1:123456789012:secret:other-AbC123", ReferencePlace.EnvironmentValue)),
            Decision.Redeploy).ShouldBeEmpty();

    [Fact]
    public void A_warning_is_given_once_however_many_references_give_it() =>
        About(Stale(
            Reference(place: ReferencePlace.EnvironmentValue), Reference($"{SecretArn}:password::", ReferencePlace.EnvironmentValue)),
            Decision.Redeploy).ShouldBe([new Warning(WarningKind.ArnInEnvironment, "app")]);

    [Fact]
    public void A_warning_about_one_of_several_secrets_is_given()
    {
        var other = ChangeOf("other-AbC123", "other");
        var service = Stale(Reference(place: ReferencePlace.EnvironmentValue), Reference(other.Arn));

        Warnings.About(service, [Freshness.Of(service, Change())!, Freshness.Of(service, other)!], Decision.Redeploy, Changed)
            .ShouldBe([new Warning(WarningKind.ArnInEnvironment, "app")]);
    }

    [Fact]
    public void A_pinned_version_that_only_an_image_pull_reads_is_no_matter() =>
        About(Stale(Reference($"{SecretArn}:::{VersionId}", ReferencePlace.RepositoryCredentials)), Decision.Skip).ShouldBeEmpty();

    [Fact]
    public void A_plain_environment_value_may_be_pinned_besides() =>
        About(Stale(Reference($"{SecretArn}:::{VersionId}", ReferencePlace.EnvironmentValue)), Decision.Skip).ShouldBe(
            [new Warning(WarningKind.ArnInEnvironment, "app"), new Warning(WarningKind.PinnedVersion, $"{SecretArn}:::{VersionId}")]);

    [Theory]
    [InlineData(Decision.Redeploy, "web:latest log:main")]
    [InlineData(Decision.StopTasks, "")]
    [InlineData(Decision.Skip, "")]
    [InlineData(Decision.Notify, "")]
    [InlineData(Decision.Later, "")]
    internal void Images_that_may_move_matter_to_a_deployment_only(Decision decision, string images) =>
        About(Moving, decision).ShouldBe(
            images.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(image => new Warning(WarningKind.MovingImageTag, image)));

    [Fact]
    public void Only_the_images_that_are_deployed_matter() =>
        About(Service([.. Moving.Units.Select(unit => unit with { IsPrimary = false })]), Decision.Redeploy).ShouldBeEmpty();

    [Theory]
    [InlineData(Decision.Redeploy, true, true)]
    [InlineData(Decision.Redeploy, false, false)]
    [InlineData(Decision.StopTasks, true, false)]
    internal void A_daemon_stops_first_when_it_is_deployed(Decision decision, bool isDaemon, bool isWarned) =>
        About(Stale() with { IsDaemon = isDaemon }, decision).ShouldBe(isWarned ? [new Warning(WarningKind.DaemonStopsFirst, "web")] : []);

    [Theory]
    [InlineData(Decision.StopTasks, 1, true)]
    [InlineData(Decision.StopTasks, 2, false)]
    [InlineData(Decision.StopTasks, 0, false)]
    [InlineData(Decision.Redeploy, 1, false)]
    internal void A_single_task_that_is_stopped_leaves_the_service_without_any(Decision decision, int desired, bool isWarned) =>
        About(Stale() with { DesiredCount = desired }, decision)
            .ShouldBe(isWarned ? [new Warning(WarningKind.SingleTaskStops, "web")] : []);

    [Theory]
    [InlineData("maybe", "maybe")]
    [InlineData("", "")]
    [InlineData("notify", null)]
    public void A_tag_that_means_nothing_is_quoted(string value, string? quoted) =>
        About(Stale() with { Tags = ServiceTags.Read([new("rotation:redeploy", value)], Home) }, Decision.Notify)
            .ShouldBe(quoted is null ? [] : [new Warning(WarningKind.TagNotUnderstood, quoted)]);

    private static IReadOnlyList<Warning> About(ServiceSnapshot service, Decision decision) =>
        Warnings.About(service, [Freshness.Of(service, Change())!], decision, Changed);
}
