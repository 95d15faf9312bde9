namespace RotationLambdas.Sandbox.Tests.Sqs;

public sealed class MessageQueueTests
{
    private readonly FakeTimeProvider _clock = new(TestTime.Start);
    private readonly MessageQueue _dead;
    private readonly MessageQueue _queue;

    public MessageQueueTests()
    {
        _dead = Make("dead", new QueueSettings());
        _queue = Make("work", new QueueSettings { DeadLetterTargetArn = _dead.Arn, MaxReceiveCount = 2 });
    }

    [Fact]
    public void An_older_receipt_deletes_nothing()
    {
        _queue.Send("one");
        var older = _queue.Receive(1, TimeSpan.Zero).Single().ReceiptHandle!;
        var younger = _queue.Receive(1).Single().ReceiptHandle!;

        _queue.ChangeVisibility(younger, TimeSpan.FromSeconds(5)).ShouldBeTrue();
        _queue.Delete(older).ShouldBeFalse();
        _queue.Delete(younger).ShouldBeTrue();
        _queue.Delete(younger).ShouldBeFalse();
    }

    [Fact]
    public void A_message_received_too_often_is_dead_lettered()
    {
        var sent = _queue.Send("poison");
        for (var i = 0; i < 2; i++)
        {
            _queue.Receive(1).ShouldHaveSingleItem();
            _clock.Advance(TimeSpan.FromSeconds(30));
        }

        _queue.Receive(1).ShouldBeEmpty();

        var dead = _dead.Receive(1).Single();
        (dead.MessageId, dead.Body, dead.DeadLetterQueueSourceArn, dead.ReceiveCount).ShouldBe((sent.MessageId, "poison", _queue.Arn, 1));
        _queue.ApproximateNumberOfMessages.ShouldBe(0);
    }

    [Fact]
    public void Changes_the_visibility_of_a_message()
    {
        _queue.Send("one");
        _queue.ChangeVisibility(_queue.Receive(1).Single().ReceiptHandle!, TimeSpan.Zero).ShouldBeTrue();
        var second = _queue.Receive(1).Single();
        _queue.ChangeVisibility(second.ReceiptHandle!, TimeSpan.FromMinutes(5)).ShouldBeTrue();
        _clock.Advance(TimeSpan.FromMinutes(4));

        _queue.Receive(1).ShouldBeEmpty();
        _queue.NextVisibleAt.ShouldBe(_clock.GetUtcNow().AddMinutes(1));
    }

    [Fact]
    public void A_delayed_message_is_hidden_and_counted_as_delayed()
    {
        _queue.Send("later", delay: TimeSpan.FromSeconds(10));

        _queue.Receive(1).ShouldBeEmpty();
        (_queue.ApproximateNumberOfMessagesDelayed, _queue.ApproximateNumberOfMessagesNotVisible).ShouldBe((1, 0));
        _clock.Advance(TimeSpan.FromSeconds(10));

        _queue.Receive(1).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_message_older_than_the_retention_period_is_deleted()
    {
        _queue.Send("old");
        _clock.Advance(TimeSpan.FromDays(4) + TimeSpan.FromSeconds(1));

        _queue.Receive(1).ShouldBeEmpty();
        _dead.ApproximateNumberOfMessages.ShouldBe(0);
    }

    private MessageQueue Make(string name, QueueSettings settings) =>
        new(name, $"arn:aws:sqs:eu-west-1:123456789012:{name}", $"http://127.0.0.1/123456789012/{name}", settings, _clock, arn =>
            arn == _dead?.Arn ? _dead : null);
}
