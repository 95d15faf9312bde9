namespace RotationLambdas.Sandbox.Hosting;

/// <summary>Where the services publish the events that AWS would send to EventBridge's default bus.</summary>
public sealed class EventBus
{
    private ImmutableList<Action<JsonObject>> _subscribers = [];

    public void Publish(JsonObject awsEvent)
    {
        foreach (var subscriber in Volatile.Read(ref _subscribers))
        {
            subscriber(awsEvent.DeepClone().AsObject());
        }
    }

    public IDisposable Subscribe(Action<JsonObject> subscriber)
    {
        ImmutableInterlocked.Update(ref _subscribers, (all, added) => all.Add(added), subscriber);
        return new Subscription(this, subscriber);
    }

    private sealed class Subscription(EventBus bus, Action<JsonObject> subscriber) : IDisposable
    {
        public void Dispose() => ImmutableInterlocked.Update(ref bus._subscribers, (all, removed) => all.Remove(removed), subscriber);
    }
}
