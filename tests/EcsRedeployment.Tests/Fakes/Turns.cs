namespace RotationLambdas.EcsRedeployment.Tests.Fakes;

/// <summary>Lets the AWS calls of processes that run at the same time through one by one, in an order that follows from a seed.</summary>
internal sealed class Turns
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<TaskCompletionSource>> _waiting = [];
    private Random _random = new(0);
    private string _next = "";
    private bool _isBusy;

    /// <summary>The HTTP clients of a process. Alone it does not wait.</summary>
    public HttpClientFactory ClientsOf(string process) => new Factory(this, process);

    public async Task TakeAsync(int seed, params (string Process, Func<Task> Work)[] processes)
    {
        lock (_lock)
        {
            (_random, _next) = (new(seed), processes[0].Process);
            processes.ToList().ForEach(one => _waiting[one.Process] = new());
        }

        await Task.WhenAll(processes.Select(one => Task.Run(async () =>
        {
            try
            {
                await one.Work();
            }
            finally
            {
                Pass(() => _waiting.Remove(one.Process));
            }
        })));
    }

    private async Task<T> CallAsync<T>(string process, Func<Task<T>> call)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (!_waiting.TryGetValue(process, out var queue))
            {
                mine.SetResult();
            }
            else
            {
                queue.Enqueue(mine);
                LetThrough();
            }
        }

        await mine.Task;
        try
        {
            return await call();
        }
        finally
        {
            Pass(() => _isBusy = false);
        }
    }

    private void Pass(Action after)
    {
        lock (_lock)
        {
            after();
            if (_waiting.Count > 0)
            {
                _next = _waiting.Keys.Order(StringComparer.Ordinal).ElementAt(_random.Next(_waiting.Count));
                LetThrough();
            }
        }
    }

    private void LetThrough()
    {
        if (!_isBusy && _waiting[_next].TryDequeue(out var one))
        {
            _isBusy = true;
            one.SetResult();
        }
    }

    private sealed class Factory(Turns turns, string process) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(turns, process));
    }

    private sealed class Handler(Turns turns, string process) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            turns.CallAsync(process, () => base.SendAsync(request, cancellationToken));
    }
}
