namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The life of a function's process: initialise once, then serve invocations one after another.</summary>
internal sealed class InvocationLoop(
    RuntimeApi api, LambdaLog log, LambdaBootstrapInitializer initializer, Func<Stream, ILambdaContext, Task<Stream>> handler)
{
    /// <exception cref="RuntimeApiException">The Runtime API cannot go on: the process is to end.</exception>
    internal async Task RunAsync(CancellationToken stop)
    {
        if (!await InitializeAsync(stop).ConfigureAwait(false))
        {
            return;
        }

        while (!stop.IsCancellationRequested)
        {
            try
            {
                var (input, context) = await api.NextAsync(log, stop).ConfigureAwait(false);
                await ServeAsync(input, context).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task<bool> InitializeAsync(CancellationToken stop)
    {
        try
        {
            return initializer is null || await initializer().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            log.Write(LogLevel.Error, string.Empty, [], e);
            await api.ReportInitializationErrorAsync(e, stop).ConfigureAwait(false);
            throw;
        }
    }

    // An invocation that has begun is finished, also when the process is asked to stop: hence no cancellation here.
    private async Task ServeAsync(Stream input, InvocationContext context)
    {
        log.Invocation = context;
        try
        {
            using var response = await handler(input, context).ConfigureAwait(false);
            await api.RespondAsync(context.AwsRequestId, response, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not RuntimeApiException { IsFatal: true })
        {
            log.Write(LogLevel.Error, string.Empty, [], e);
            await api.ReportInvocationErrorAsync(context.AwsRequestId, e, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            log.Invocation = null;
        }
    }
}
