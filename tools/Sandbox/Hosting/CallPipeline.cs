using RotationLambdas.Sandbox.Calls;
using RotationLambdas.Sandbox.Faults;

namespace RotationLambdas.Sandbox.Hosting;

/// <summary>The way of every AWS JSON call: read, faults, guards, the service, the log, the answer.</summary>
internal sealed class CallPipeline(SandboxHost host)
{
    public void Map(WebApplication web) => web.MapPost("/", (RequestDelegate)HandleAsync);

    public async Task<JsonNode> CallAsync(AwsCall call)
    {
        var (output, failure) = await AnswerAsync(call, fault: null);
        Record(call, failure?.Status ?? StatusCodes.Status200OK, failure?.Code);
        return failure is null ? output! : throw failure;
    }

    private async Task HandleAsync(HttpContext context)
    {
        var isQuery = QueryProtocol.IsQuery(context.Request);
        AwsCall call;
        try
        {
            call = isQuery ? await QueryProtocol.ReadAsync(context, host.Functions.CallerOf) : await ReadJsonAsync(context);
        }
        catch (AwsServiceException error)
        {
            await (isQuery ? QueryProtocol.WriteAsync(context, error) : AwsJsonResponse.WriteAsync(context, error));
            return;
        }

        var fault = host.Faults.Inject(call);
        if (fault is FaultAction.DropBefore or FaultAction.KillCallerBefore)
        {
            LeaveUnanswered(context, call, fault.Value);
            return;
        }

        var (output, failure) = await AnswerAsync(call, fault);
        if (fault is FaultAction.LoseReply or FaultAction.KillCallerAfter)
        {
            LeaveUnanswered(context, call, fault.Value);
            return;
        }

        Record(call, failure?.Status ?? StatusCodes.Status200OK, failure?.Code);
        await (isQuery
            ? failure is null ? QueryProtocol.WriteAsync(context, call.Operation, output!) : QueryProtocol.WriteAsync(context, failure)
            : failure is null ? AwsJsonResponse.WriteAsync(context, output!) : AwsJsonResponse.WriteAsync(context, failure));
    }

    private async Task<AwsCall> ReadJsonAsync(HttpContext context)
    {
        var request = await AwsJsonRequest.ReadAsync(context.Request, context.RequestAborted);
        return new AwsCall(
            request.Service, request.Operation, request.Input, host.Functions.CallerOf(request.AccessKeyId), context.RequestAborted);
    }

    private async Task<(JsonNode? Output, AwsServiceException? Error)> AnswerAsync(AwsCall call, FaultAction? fault)
    {
        try
        {
            ThrowWhenFaulty(fault);
            var service = host.ServiceOf(call.Service) ?? throw new AwsServiceException(
                "UnknownOperationException", NotOffered.Sentence($"{call.Service}.{call.Operation}"));
            foreach (var guard in host.Guards)
            {
                guard.Authorize(call);
            }

            return (await service.CallAsync(call), null);
        }
        catch (AwsServiceException error)
        {
            return (null, error);
        }
        catch (OperationCanceledException) when (call.CancellationToken.IsCancellationRequested)
        {
            return (null, new AwsServiceException("RequestAbortedException", "The caller hung up."));
        }
    }

    private static void ThrowWhenFaulty(FaultAction? fault)
    {
        switch (fault)
        {
            case FaultAction.Throttle:
                throw new AwsServiceException("ThrottlingException", "Rate exceeded");
            case FaultAction.InternalError:
                throw new AwsServiceException(
                    "InternalServiceError", "An error occurred on the server side.", StatusCodes.Status500InternalServerError);
        }
    }

    private void LeaveUnanswered(HttpContext context, AwsCall call, FaultAction fault)
    {
        if (fault is FaultAction.KillCallerBefore or FaultAction.KillCallerAfter)
        {
            host.Functions.Kill(call.Caller);
        }

        Record(call, status: null, errorCode: null);
        context.Abort();
    }

    private void Record(AwsCall call, int? status, string? errorCode) => host.Calls.Add(
        new RecordedCall(
            host.Options.TimeProvider.GetUtcNow(), call.Caller.Name, call.Service, call.Operation, CallResource.Of(call.Input), status,
            errorCode));
}
