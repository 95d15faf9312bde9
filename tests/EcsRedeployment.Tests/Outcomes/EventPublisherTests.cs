using Amazon.EventBridge;

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

    [Theory]
    [InlineData(100_000, 10)]
    [InlineData(30_000, 25)]
    [InlineData(250_000, 3)]
    public async Task Events_that_are_too_large_for_one_call_go_out_in_several(int size, int count)
    {
        (await SendAsync(new(), count, $$"""{"a":"{{new string('é', size / 2)}}"}""")).ShouldBeEmpty();

        _bus.Entries.Count.ShouldBe(count);
    }

    [Theory]
    [InlineData(2, "ThrottlingException,,InternalFailure", null)]
    [InlineData(1, "MalformedDetail", "MalformedDetail")]
    [InlineData(1, ",ThrottlingException,ThrottlingException,ThrottlingException", "ThrottlingException")]
    public async Task An_event_is_resent_twice_when_it_was_refused_for_the_moment(int sent, string refusals, string? problem)
    {
        refusals.Split(',').ToList().ForEach(code => _bus.Refusals.Enqueue(code.Length == 0 ? null : code));

        string.Concat(await SendAsync(new(), 2)).Contains(problem ?? "refused", StringComparison.Ordinal).ShouldBe(problem is not null);

        _bus.Entries.Count.ShouldBe(sent);
    }

    [Fact]
    public async Task Events_without_time_left_are_logged_once() =>
        (await SendAsync(new(), 11, cancellationToken: new(canceled: true))).ShouldHaveSingleItem().ShouldContain("in time");

    [Fact]
    public async Task Without_a_bus_nothing_is_sent()
    {
        await SendAsync(new() { EventBusName = null }, 1);

        _bus.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_missing_permission_is_logged_and_not_thrown()
    {
        _bus.Fault = new AmazonEventBridgeException(
            "not authorized", ErrorType.Sender, "AccessDeniedException", "r", HttpStatusCode.BadRequest);

        (await SendAsync(new(), 1)).ShouldHaveSingleItem().ShouldContain("Add events:PutEvents to its policy.");
    }

    [Fact]
    public async Task An_unreachable_bus_is_logged_and_not_thrown()
    {
        _bus.Fault = new HttpRequestException("Connection refused");

        (await SendAsync(new(), 1)).ShouldHaveSingleItem().ShouldContain("Connection refused");
    }

    private Task<IReadOnlyList<string>> SendAsync(
        RedeploymentOptions options, int count, string detail = "{}", CancellationToken cancellationToken = default) =>
            new EventPublisher(_bus, options, new EagerClock(DateTimeOffset.UnixEpoch)).SendAsync(
        Enumerable.Range(0, count).Select(_ => new OutcomeEvent(OutcomeEvent.SecretStatus, ["arn"], detail)), cancellationToken);
}
