namespace RotationLambdas.EcsRedeployment.Tests.Planning;

public sealed class WarningsTests
{
    private static readonly ServiceSnapshot Moving = Service(Unit(Before, Reference()) with { MovingImages = ["web:latest", "log:main"] });
    private const string Pinned = $"{SecretArn}:::{VersionId}";

    /// <summary>Warnings as kind and subject.</summary>
    private static readonly (string Shape, ServiceSnapshot Service, Decision Decision, string[] Warnings)[] Shapes =
    [
        ("a normal service", Stale(), Decision.Redeploy, []),
        ("another secret in a plain value", Stale(Reference(), Reference(
            "arn:aws:secretsmanager:eu-west-1:123456789012:secret:other-AbC123", ReferencePlace.EnvironmentValue)), Decision.Redeploy, []),
        ("two plain values with the ARN", Stale(Reference(place: ReferencePlace.EnvironmentValue),
            Reference($"{SecretArn}:password::", ReferencePlace.EnvironmentValue)), Decision.Redeploy, ["ArnInEnvironment app"]),
        ("a pinned version that only an image pull reads", Stale(Reference(Pinned, ReferencePlace.RepositoryCredentials)),
            Decision.Skip, []),
        ("a pinned version in a plain value", Stale(Reference(Pinned, ReferencePlace.EnvironmentValue)), Decision.Skip,
            ["ArnInEnvironment app", $"PinnedVersion {Pinned}"]),
        ("moving images are deployed", Moving, Decision.Redeploy, ["MovingImageTag web:latest", "MovingImageTag log:main"]),
        ("moving images, tasks are stopped", Moving, Decision.StopTasks, []),
        ("moving images, skipped", Moving, Decision.Skip, []),
        ("moving images, reported", Moving, Decision.Notify, []),
        ("moving images, later", Moving, Decision.Later, []),
        ("moving images of old deployments", Service([.. Moving.Units.Select(unit => unit with { IsPrimary = false })]),
            Decision.Redeploy, []),
        ("a daemon is deployed", Stale() with { IsDaemon = true }, Decision.Redeploy, ["DaemonStopsFirst web"]),
        ("a daemon's tasks are stopped", Stale() with { IsDaemon = true }, Decision.StopTasks, []),
        ("a single task is stopped", Stale() with { DesiredCount = 1 }, Decision.StopTasks, ["SingleTaskStops web"]),
        ("two tasks are stopped", Stale() with { DesiredCount = 2 }, Decision.StopTasks, []),
        ("no task is desired", Stale() with { DesiredCount = 0 }, Decision.StopTasks, []),
        ("a single task is deployed", Stale() with { DesiredCount = 1 }, Decision.Redeploy, []),
        ("a tag that means nothing", Tagged("maybe"), Decision.Notify, ["TagNotUnderstood maybe"]),
        ("an empty tag", Tagged(""), Decision.Notify, ["TagNotUnderstood "]),
        ("a tag with a meaning", Tagged("notify"), Decision.Notify, []),
    ];

    public static TheoryData<string> Names => [.. Shapes.Select(one => one.Shape)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_exactly_its_warnings(string shape)
    {
        var (_, service, decision, warnings) = Shapes.Single(one => one.Shape == shape);

        Warnings.About(service, [Freshness.Of(service, Change())!], decision, Changed)
            .Select(warning => $"{warning.Kind} {warning.Subject}").ShouldBe(warnings);
    }

    [Fact]
    public void A_warning_about_one_of_several_secrets_is_given()
    {
        var other = ChangeOf("other-AbC123", "other");
        var service = Stale(Reference(place: ReferencePlace.EnvironmentValue), Reference(other.Arn));

        Warnings.About(service, [Freshness.Of(service, Change())!, Freshness.Of(service, other)!], Decision.Redeploy, Changed)
            .ShouldBe([new Warning(WarningKind.ArnInEnvironment, "app")]);
    }

    private static ServiceSnapshot Tagged(string value) =>
        Stale() with { Tags = ServiceTags.Read([new("rotation:redeploy", value)], Home) };
}
