namespace RotationLambdas.Sandbox.Ecs.Engine;

/// <summary>What follows from a change and may call back: events, starting and stopping of real containers. It is done in order, after the
/// change, outside the lock on the state.</summary>
internal sealed class Outbox
{
    private readonly Lock _gate = new();
    private readonly Queue<Action> _pending = [];
    private bool _draining;

    public void Add(Action action)
    {
        lock (_gate)
        {
            _pending.Enqueue(action);
        }
    }

    public void Drain()
    {
        lock (_gate)
        {
            if (_draining)
            {
                return;
            }

            _draining = true;
        }

        try
        {
            while (Take() is { } action)
            {
                action();
            }
        }
        catch
        {
            // The next change continues with the rest; this one gets the exception.
            lock (_gate)
            {
                _draining = false;
            }

            throw;
        }
    }

    private Action? Take()
    {
        lock (_gate)
        {
            if (_pending.TryDequeue(out var action))
            {
                return action;
            }

            _draining = false;
            return null;
        }
    }
}
