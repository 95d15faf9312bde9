namespace RotationLambdas.PostgresRotation;

/// <summary>The way to Lambda's Runtime API, which is asked for the next invocation only when the outcome of the last one has been
/// reported. That is the moment to end a process in which something runs that nothing else can stop; Lambda starts another.</summary>
/// <param name="mustEnd">Whether something runs that has to be stopped.</param>
internal sealed class EndAfterReport(Func<bool> mustEnd, Action end) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get && mustEnd())
        {
            end();
        }

        return base.SendAsync(request, cancellationToken);
    }
}
