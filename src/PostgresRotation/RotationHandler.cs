using Amazon.Lambda.Core;
using Amazon.RDS;
using Amazon.SecretsManager;
using RotationLambdas.PostgresRotation.Events;
using RotationLambdas.PostgresRotation.Rds;
using RotationLambdas.PostgresRotation.Steps;

namespace RotationLambdas.PostgresRotation;

/// <summary>Answers Secrets Manager's invocations. Nothing is kept between them; every step may be repeated, interrupted anywhere, or run
/// twice at once, and ends in the same place.</summary>
internal sealed class RotationHandler
{
    private static readonly Dictionary<string, double> OneFailed = new() { ["RotationStepsFailed"] = 1 };

    private readonly IAmazonSecretsManager _secretsManager;
    private readonly EmbeddedMetrics _metrics;
    private readonly RotationOptions _options;
    private readonly TimeProvider _clock;
    private readonly CredentialSearch _search;
    private readonly StrategyChoice _strategies;

    /// <param name="rds">RDS; made when it is first needed.</param>
    /// <param name="metricsOutput">Where metrics are written.</param>
    public RotationHandler(
        IAmazonSecretsManager secretsManager, Lazy<IAmazonRDS> rds, IDatabaseServer database, RotationOptions options,
        TextWriter metricsOutput, TimeProvider clock)
    {
        _secretsManager = secretsManager;
        _metrics = new EmbeddedMetrics(metricsOutput, options.MetricsNamespace, clock);
        _options = options;
        _clock = clock;
        _search = new CredentialSearch(database, options);
        Superuser superuser = new(database, new RdsDatabases(rds, clock), options);
        SuperuserChange change = new(_search, superuser, options);
        _strategies = new StrategyChoice(
            options, new SingleUser(_search, superuser, change, options), new AlternatingUsers(superuser, change, options));
    }

    /// <param name="context">The invocation's time and log.</param>
    /// <exception cref="FunctionException">The step failed; Secrets Manager repeats the rotation while its window is open.</exception>
    public async Task HandleAsync(Stream payload, ILambdaContext context)
    {
        RotationLog log = new(context.Logger);
        RotationEvent? rotation = null;
        try
        {
            TimeBudget budget = new(context.RemainingTime, _clock);
            using CancellationTokenSource time = new(budget.Remaining, _clock);
            rotation = await RotationEventReader.ReadAsync(payload, time.Token);
            log.Started(rotation);
            await RunAsync(new Rotation(rotation, new SecretsClient(_secretsManager, rotation.SecretId, _clock), budget, log), time.Token);
            log.Done(rotation);
        }
        catch (Exception error)
        {
            var known = error as FunctionException ?? UnexpectedErrorException.From(error);
            log.Failed(rotation, known);
            Count(rotation, known);
            if (!await AbandonedWork.EndsWithinAsync(new TimeBudget(context.RemainingTime, _clock).AtMost(AbandonedWork.WaitLimit)))
            {
                log.ProcessEnds();
            }

            if (known == error)
            {
                throw;
            }

            throw known;
        }
    }

    /// <summary>One metric for the alarm, which needs no network, and the same one by secret, step and error for who looks into
    /// it.</summary>
    private void Count(RotationEvent? rotation, FunctionException error)
    {
        if (rotation is not null)
        {
            _metrics.Write("Count", OneFailed);
            _metrics.Write(
                "Count", OneFailed, ("SecretId", rotation.SecretId), ("Step", rotation.Step.ToString()), ("Error", error.GetType().Name));
        }
    }

    /// <summary>Runs the step in two thirds of the time; the rest is for the way back.</summary>
    private async Task RunAsync(Rotation rotation, CancellationToken cancellationToken)
    {
        EnsureCurrentWorks ensure = new(_strategies, _search, _options, rotation);
        var part = rotation with { Budget = rotation.Budget.Part(rotation.Budget.Remaining * 2 / 3) };
        using CancellationTokenSource partTime = new(part.Budget.Remaining, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(partTime.Token, cancellationToken);
        try
        {
            if (await StepAsync(part, either.Token))
            {
                return;
            }
        }
        catch (Exception error) when (MayHaveChanged(rotation.Event.Step, error))
        {
            // finishSecret has just seen the pending password work: another one since then comes from a duplicate of this rotation.
            await ensure.RunAsync(previousMayHold: rotation.Event.Step == RotationStep.FinishSecret, cancellationToken);
            throw;
        }

        await ensure.RunAsync(previousMayHold: false, cancellationToken);
    }

    private Task<bool> StepAsync(Rotation rotation, CancellationToken cancellationToken) => rotation.Event.Step switch
    {
        RotationStep.CreateSecret =>
            new CreateSecret(_strategies, new PasswordGenerator(_options.Passwords), _options).RunAsync(rotation, cancellationToken),
        RotationStep.SetSecret => new SetSecret(_strategies).RunAsync(rotation, cancellationToken),
        RotationStep.TestSecret => new TestSecret(_strategies, _search, _options).RunAsync(rotation, cancellationToken),
        RotationStep.FinishSecret => new FinishSecret(_search).RunAsync(rotation, cancellationToken),
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether the database may have the pending password after a step failed, from this invocation or from one before
    /// it.</summary>
    private static bool MayHaveChanged(RotationStep step, Exception error) => step switch
    {
        // Rotation was switched off, or the version lost its label, after an earlier attempt.
        RotationStep.CreateSecret => error is RotationNotReadyException,

        // A server that cannot be reached cannot be changed back either, and a version that cannot be used was never set.
        RotationStep.SetSecret => error
            is not (DatabaseUnreachableException { ConnectionLost: false } or TlsRefusedException or AuthenticationUnsafeException
                or SecretMalformedException or LoginRefusedException { IsUndone: true }),
        RotationStep.TestSecret or RotationStep.FinishSecret => true,
        _ => throw new UnreachableException(),
    };
}
