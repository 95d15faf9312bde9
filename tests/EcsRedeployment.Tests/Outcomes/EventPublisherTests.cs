using System.Net;
using Amazon.EventBridge;
using Amazon.Runtime;
using RotationLambdas.EcsRedeployment.Options;
using RotationLambdas.EcsRedeployment.Outcomes;
using RotationLambdas.EcsRedeployment.Tests.Fakes;

namespace RotationLambdas.EcsRedeployment.Tests.Outcomes;

public sealed class EventPublisherTests
{
    private readonly FakeEventBridge _bus = new();

    [Fact]
    public async Task Events_go_to_the_bus_that_is_named()
    {
        (await SendAsync(new() { EventBusName = "shop" }, 11)).ShouldBeEmpty();

        _bus.Entries.Count.ShouldBe(11);
        _bus.Entries.ShouldAllBe(entry => entry.EventBusName == "shop" && entry.Source == "rotation-lambdas" && entry.Resources.Count == 1);
    }

    [Fact]
    public async Task Without_a_bus_nothing_is_sent()
    {
        await SendAsync(new() { EventBusName = null }, 1);

        _bus.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_missing_permission_is_named_and_thrown_at_nobody()
    {
        _bus.Fault = new AmazonEventBridgeException("not authorized", ErrorType.Sender, "AccessDeniedException", "r", HttpStatusCode.BadRequest);

        (await SendAsync(new(), 1)).ShouldHaveSingleItem().ShouldContain("Add events:PutEvents to its policy.");
    }

    [Fact]
    public async Task A_bus_that_cannot_be_reached_is_told_and_thrown_at_nobody()
    {
        _bus.Fault = new HttpRequestException("Connection refused");

        (await SendAsync(new(), 1)).ShouldHaveSingleItem().ShouldContain("Connection refused");
    }

    private Task<IReadOnlyList<string>> SendAsync(RedeploymentOptions options, int count) => new EventPublisher(_bus, options).SendAsync(
        Enumerable.Range(0, count).Select(_ => new OutcomeEvent(OutcomeEvent.SecretStatus, ["arn"], "{}")), CancellationToken.None);
}
