using Amazon.Lambda.Core;
using Amazon.SecretsManager;
using RotationLambdas.PostgresRotation.Events;
using RotationLambdas.PostgresRotation.Options;
using RotationLambdas.PostgresRotation.Passwords;
using RotationLambdas.PostgresRotation.Postgres;
using RotationLambdas.PostgresRotation.Secrets;
using RotationLambdas.PostgresRotation.Steps;
using RotationLambdas.PostgresRotation.Strategies;
using RotationLambdas.PostgresRotation.Timing;

namespace RotationLambdas.PostgresRotation;

/// <summary>
/// Answers Secrets Manager's invocations. Nothing is kept between them but what saves a login; every step may be repeated, cut off
/// anywhere, or run twice at once, and ends in the same place.
/// </summary>
internal sealed class RotationHandler
{
    private readonly IAmazonSecretsManager _secretsManager;
    private readonly TimeProvider _clock;
    private readonly CreateSecret _createSecret;
    private readonly SetSecret _setSecret;
    private readonly TestSecret _testSecret;
    private readonly FinishSecret _finishSecret;

    /// <param name="secretsManager">Secrets Manager.</param>
    /// <param name="database">The way to databases.</param>
    /// <param name="options">What the operator chose.</param>
    /// <param name="clock">The time.</param>
    public RotationHandler(IAmazonSecretsManager secretsManager, IDatabaseServer database, RotationOptions options, TimeProvider clock)
    {
        CredentialSearch search = new(database, options);
        Superuser superuser = new(database, options);
        StrategyChoice strategies = new(options, new SingleUser(search, superuser, options), new AlternatingUsers(search, superuser, options));
        ProvenVersions proven = new(clock);
        _secretsManager = secretsManager;
        _clock = clock;
        _createSecret = new CreateSecret(strategies, new PasswordGenerator(options.Passwords));
        _setSecret = new SetSecret(strategies);
        _testSecret = new TestSecret(strategies, search, proven);
        _finishSecret = new FinishSecret(search, proven);
    }

    /// <summary>Does one step.</summary>
    /// <param name="payload">The event.</param>
    /// <param name="context">The invocation's time and log.</param>
    /// <exception cref="FunctionException">The step failed; Secrets Manager repeats the rotation while its window is open.</exception>
    public async Task HandleAsync(Stream payload, ILambdaContext context)
    {
        RotationLog log = new(context.Logger);
        var step = "Reading the event";
        try
        {
            TimeBudget budget = new(context.RemainingTime, _clock);
            var asked = await RotationEventReader.ReadAsync(payload, CancellationToken.None);
            step = asked.Step.ToString();
            log.Started(asked);
            await RunAsync(new Rotation(asked, new SecretsClient(_secretsManager, asked.SecretId, new SecretsRetry(budget)), budget, log));
            log.Done(asked);
        }
        catch (FunctionException error)
        {
            log.Failed(step, error);
            throw;
        }
    }

    private Task RunAsync(Rotation rotation) => rotation.Event.Step switch
    {
        RotationStep.CreateSecret => _createSecret.RunAsync(rotation, CancellationToken.None),
        RotationStep.SetSecret => _setSecret.RunAsync(rotation, CancellationToken.None),
        RotationStep.TestSecret => _testSecret.RunAsync(rotation, CancellationToken.None),
        _ => _finishSecret.RunAsync(rotation, CancellationToken.None),
    };
}
