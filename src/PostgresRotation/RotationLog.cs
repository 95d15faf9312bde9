using Amazon.Lambda.Core;
using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.PostgresRotation.Events;
using RotationLambdas.PostgresRotation.Postgres;

namespace RotationLambdas.PostgresRotation;

/// <summary>
/// Every message of the function, with named values that Lambda's JSON log format makes fields of. Arguments are ids, names, hosts and
/// labels; a password, a verifier or a rotation token is never one.
/// </summary>
/// <param name="logger">The invocation's logger.</param>
internal sealed class RotationLog(ILambdaLogger logger)
{
    public void Started(RotationEvent rotation) => Information(
        "{step} started for {secretId}, version {versionId}.", rotation.Step, rotation.SecretId, rotation.ClientRequestToken);

    public void Done(RotationEvent rotation) => Information(
        "{step} is done for {secretId}, version {versionId}.", rotation.Step, rotation.SecretId, rotation.ClientRequestToken);

    public void Failed(string step, FunctionException error) => logger.LogError(
        "{step} failed with {error}. {problem} {remedy}", step, error.GetType().Name, error.Problem, error.Remedy);

    public void AlreadyCurrent(string versionId) => Information(
        "Version {versionId} is AWSCURRENT already: nothing is left to do.", versionId);

    public void PendingWritten(string versionId, string userName) => Information(
        "Version {versionId} holds a new password for {userName}.", versionId, userName);

    public void PendingKept(string versionId) => Information(
        "Version {versionId} has its value already, and keeps it.", versionId);

    public void LoginWorked(string userName, string credential, string versionId, bool encrypted) => Information(
        "Logged in as {userName} with the {credential} password (version {versionId}), encrypted: {encrypted}.", userName, credential, versionId, encrypted);

    public void LoginRefused(string userName, string credential, string versionId, string problem) => Information(
        "The database refused {userName} with the {credential} password (version {versionId}). {problem}", userName, credential, versionId, problem);

    public void VersionSkipped(string credential, string versionId, string reason) => Information(
        "The {credential} version {versionId} was not tried: {reason}.", credential, versionId, reason);

    public void HistoryUnavailable(SecretsManagerRefusedException error) => logger.LogWarning(
        "The secret's older versions could not be tried. {problem} {remedy}", error.Problem, error.Remedy);

    public void HistoryCutShort(int tried) => logger.LogWarning(
        "{tried} unlabelled versions were tried; there are more, or the time for them is over.", tried);

    public void PasswordSet(string userName, string versionId, string by, VerifierKind kept)
    {
        Information("The database has the password of version {versionId} for {userName}, set by {by}.", versionId, userName, by);
        if (kept == VerifierKind.Md5)
        {
            logger.LogWarning(
                "The server keeps an md5 hash for {userName}, which is as good as the password to whoever steals it. Set password_encryption to scram-sha-256.",
                OutsideText.Of(userName));
        }
    }

    public void PasswordAlreadySet(string userName, string versionId) => Information(
        "The database has the password of version {versionId} for {userName} already.", versionId, userName);

    public void SuperuserLoggedIn(string superuser, string host, bool encrypted) => Information(
        "Logged in as the superuser {superuser} at {host}, encrypted: {encrypted}.", superuser, host, encrypted);

    public void SuperuserHelps(string superuser, string userName, string reason) => logger.LogWarning(
        "The superuser {superuser} sets the password of {userName}: {reason}.", superuser, userName, reason);

    public void SameDatabase(string host, string superuserHost) => Information(
        "{host} and the superuser's {superuserHost} are the same database by their system identifier.", host, superuserHost);

    public void ConnectionLost(string problem) => logger.LogWarning(
        "The connection broke under a command, so the step looks again at what holds. {problem}", problem);

    public void TestPassed(string userName, string versionId) => Information(
        "{userName} can log in with the password of version {versionId} and is what it should be.", userName, versionId);

    public void RolledBack(string userName, string versionId) => logger.LogWarning(
        "The new password is not usable: the database accepts the AWSCURRENT password of {userName} (version {versionId}).", userName, versionId);

    public void RollBackFailed(string userName, FunctionException error) => logger.LogError(
        "The new password is not usable, and the AWSCURRENT password of {userName} could not be put back. {problem} {remedy}", userName, error.Problem, error.Remedy);

    public void CurrentMoved(string? from, string to) => Information(
        "AWSCURRENT moved from version {from} to {to}.", from ?? "none", to);

    private void Information(string template, params object[] values) => logger.LogInformation(template, values);
}
