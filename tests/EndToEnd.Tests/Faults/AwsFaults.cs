namespace RotationLambdas.EndToEnd.Tests.Faults;

/// <summary>The matrix's kinds of fault in the sandbox's words.</summary>
internal static class AwsFaults
{
    /// <summary>Every kind there is at an AWS call, but the lasting one.</summary>
    public static IReadOnlyList<FaultKind> Passing { get; } =
        [FaultKind.KillBefore, FaultKind.KillAfter, FaultKind.DropBefore, FaultKind.DropAfter, FaultKind.Throttle, FaultKind.InternalError];

    public static FaultAction ActionOf(FaultKind kind) => kind switch
    {
        FaultKind.KillBefore => FaultAction.KillCallerBefore,
        FaultKind.KillAfter => FaultAction.KillCallerAfter,
        FaultKind.DropAfter => FaultAction.LoseReply,
        FaultKind.Throttle => FaultAction.Throttle,
        FaultKind.InternalError => FaultAction.InternalError,
        _ => FaultAction.DropBefore,
    };

    /// <summary>Ends a lasting fault this long after it was first injected.</summary>
    public static void End(SandboxHost sandbox, FaultRule rule, TimeSpan length)
    {
        sandbox.Calls.Added += Added;

        void Added(object? sender, RecordedCall added)
        {
            if (rule.Fired > 0)
            {
                sandbox.Calls.Added -= Added;
                _ = EndAsync();
            }
        }

        async Task EndAsync()
        {
            await Task.Delay(length);
            sandbox.Faults.Remove(rule);
        }
    }
}
