using Amazon.Lambda.Core;
using RotationLambdas.PostgresRotation.Events;

namespace RotationLambdas.PostgresRotation;

/// <summary>The catalogue of the function's messages. Values are ids, names, hosts and labels; a password, a verifier or a rotation token
/// is never one.</summary>
internal sealed class RotationLog(ILambdaLogger logger) : FunctionLog(logger)
{
    public void Started(RotationEvent rotation) => Information(
        100, "{step} started for {secretId}, version {versionId}.", rotation.Step, rotation.SecretId, rotation.ClientRequestToken);

    public void Done(RotationEvent rotation) => Information(
        101, "{step} is done for {secretId}, version {versionId}.", rotation.Step, rotation.SecretId, rotation.ClientRequestToken);

    /// <summary>The one line of a failure; the event is null when it could not be read.</summary>
    public void Failed(RotationEvent? rotation, FunctionException error)
    {
        if (rotation is null)
        {
            Error(102, "Reading the event failed with {error}. {problem} {remedy}", error.GetType().Name, error.Problem, error.Remedy);
        }
        else
        {
            Error(
                103, "{step} failed for {secretId}, version {versionId}, with {error}. {problem} {remedy}",
                rotation.Step, rotation.SecretId, rotation.ClientRequestToken, error.GetType().Name, error.Problem, error.Remedy);
        }
    }

    public void AlreadyCurrent(string versionId) => Information(
        104, "Version {versionId} is AWSCURRENT already: nothing is left to do.", versionId);

    public void PendingWritten(string versionId, string userName) => Information(
        110, "Version {versionId} holds a new password for {userName}.", versionId, userName);

    public void PendingKept(string versionId) => Information(
        111, "Version {versionId} has its value already, and keeps it.", versionId);

    public void CopiesLeft(string keys) => Warning(
        112,
        "Keys of the secret hold the user or the password that the rotation replaces, and were not rewritten: {keys}. "
            + "Remove them from the secret, or name them in passwordCopies of TRUST_SETTINGS.",
        keys);

    public void ByteOrderMarkDropped(string versionId) => Warning(
        113, "The text of version {versionId} begins with a byte order mark, which the new version does not have.", versionId);

    public void LoginWorked(string userName, string credential, string versionId, bool encrypted) => Information(
        120, "Logged in as {userName} with the {credential} password (version {versionId}), encrypted: {encrypted}.",
        userName, credential, versionId, encrypted);

    public void LoginRefused(string userName, string credential, string versionId, string problem) => Information(
        121, "The database refused {userName} with the {credential} password (version {versionId}). {problem}",
        userName, credential, versionId, problem);

    public void VersionSkipped(string credential, string versionId, string reason) => Information(
        122, "The {credential} version {versionId} was not tried: {reason}.", credential, versionId, reason);

    public void HistoryUnavailable(SecretsManagerRefusedException error) => Warning(
        123, "The secret's older versions could not be tried. {problem} {remedy}", error.Problem, error.Remedy);

    public void HistoryCutShort(int tried) => Warning(
        124, "{tried} unlabelled versions were tried; there are more, or the time for them is over.", tried);

    public void PasswordSet(string userName, string versionId, string by, VerifierKind kept)
    {
        Information(130, "The database has the password of version {versionId} for {userName}, set by {by}.", versionId, userName, by);
        if (kept == VerifierKind.Md5)
        {
            Warning(
                131,
                "The server keeps an md5 hash for {userName}, which is as good as the password for anyone who steals it. "
                    + "Set password_encryption to scram-sha-256.",
                userName);
        }
    }

    public void PasswordAlreadySet(string userName, string versionId) => Information(
        132, "The database has the password of version {versionId} for {userName} already.", versionId, userName);

    public void SuperuserLoggedIn(string superuser, string host, bool encrypted) => Information(
        133, "Logged in as the superuser {superuser} at {host}, encrypted: {encrypted}.", superuser, host, encrypted);

    public void SuperuserHelps(string userName, string reason) => Warning(
        134, "The superuser is asked for the password of {userName}: {reason}.", userName, reason);

    public void RoleChanged(string statement) => Information(135, "The superuser ran: {statement}.", statement);

    public void RoleChangeLeftOut(string statement) => Warning(
        137, "The superuser may not run this, so it was left out: {statement}. Give it the right, or make the change by hand.", statement);

    public void StatementsVisible() => Warning(
        138, "The superuser may not keep its statements out of the server's log and pg_stat_statements, where the password's hash may be "
            + "read: "
            + "GRANT SET ON PARAMETER log_statement, log_min_duration_statement, log_min_error_statement, "
            + "log_min_duration_sample to it (PostgreSQL 15), or turn that logging off, as log_transaction_sample_rate has to be.");

    public void ConnectionLost(string problem) => Warning(
        136, "The connection broke during a command, so the step starts over. {problem}", problem);

    public void NotEncrypted(string userName) => Warning(
        139, "The connection of {userName} is not encrypted: somebody who records a rotation can log in. The operator allows it by "
            + "plaintextTransport "
            + "in TRUST_SETTINGS or by TLS_MODE=prefer.",
        userName);

    public void TestPassed(string userName, string versionId) => Information(
        140, "{userName} can log in with the password of version {versionId} and is what it should be.", userName, versionId);

    public void FailedTestIgnored(string userName, string versionId, string problem, string remedy) => Error(
        141, "The test of {userName} with version {versionId} failed, and the rotation goes on because the password before it is declared "
            + "as leaked. "
            + "{problem} {remedy}",
        userName, versionId, problem, remedy);

    public void CurrentMoved(string? from, string to) => Information(
        150, "AWSCURRENT moved from version {from} to {to}.", from ?? "none", to);

    public void CurrentWorks(string userName, string versionId) => Information(
        160, "The database accepts the AWSCURRENT password of {userName} (version {versionId}).", userName, versionId);

    public void CurrentDoesNotWork(string userName, string versionId, string problem, string remedy) => Error(
        161, "The AWSCURRENT password of {userName} (version {versionId}) does not work now. {problem} {remedy}",
        userName, versionId, problem, remedy);

    public void CurrentMayNotWork(string problem, string remedy) => Error(
        162, "The AWSCURRENT password may not work now, because it could not be tested or set. {problem} {remedy}", problem, remedy);

    public void ProcessEnds() => Warning(
        170, "A login that was given up goes on and cannot be stopped, so this process of the function ends when the error has been "
            + "reported. The server asks for more SCRAM iterations than can be computed in CONNECT_TIMEOUT_SECONDS.");

    private void Information(int eventId, string template, params object?[] values) =>
        Write(LogLevel.Information, eventId, template, values);

    private void Warning(int eventId, string template, params object?[] values) => Write(LogLevel.Warning, eventId, template, values);

    private void Error(int eventId, string template, params object?[] values) => Write(LogLevel.Error, eventId, template, values);
}
