using System.Collections.Concurrent;
using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.PostgresRotation.Postgres;
using RotationLambdas.PostgresRotation.Timing;

namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

/// <summary>
/// A database that does what no PostgreSQL here can be made to do: forbid users their own password, break at a chosen command, be another
/// one.
/// </summary>
internal sealed class FakeDatabase : IDatabaseServer
{
    /// <summary>The passwords.</summary>
    public ConcurrentDictionary<string, string> Passwords { get; } = new();

    /// <summary>Users and hosts of the logins that were tried.</summary>
    public ConcurrentQueue<string> Logins { get; } = new();

    /// <summary>What talking to the database might take, as the logins were told.</summary>
    public ConcurrentQueue<TimeSpan> Allowances { get; } = new();

    /// <summary>Users whose passwords were set, and the hosts that got them.</summary>
    public ConcurrentQueue<string> PasswordsSet { get; } = new();

    /// <summary>Runs before a login is answered; what it throws is the answer.</summary>
    public Func<Task> BeforeLogin { get; set; } = () => Task.CompletedTask;

    /// <summary>Runs before a session is verified; what it throws is the result.</summary>
    public Func<Task> BeforeVerify { get; set; } = () => Task.CompletedTask;

    /// <summary>Runs before and after a password is set; what it throws is what the session sees.</summary>
    public Func<Task> BeforeSet { get; set; } = () => Task.CompletedTask;

    public Func<Task> AfterSet { get; set; } = () => Task.CompletedTask;

    /// <summary>Fails every verification as a failed TEST_QUERY does.</summary>
    public void FailVerification() =>
        BeforeVerify = () => throw new CredentialUnusableException("The session is not usable.", "Correct it.");

    /// <summary>Users that may not set passwords.</summary>
    public HashSet<string> Restricted { get; } = [];

    /// <summary>The system identifier of a host.</summary>
    public Func<string, string> SystemIdentifier { get; set; } = _ => "7";

    /// <summary>How many commands break before they take effect, and how many after.</summary>
    public Queue<bool> Breaks { get; } = new();

    public async Task<IDatabaseSession> LogInAsync(ServerAddress address, Credential credential, TimeBudget budget, CancellationToken cancellationToken)
    {
        Logins.Enqueue($"{credential.UserName}@{address.Host}");
        Allowances.Enqueue(budget.Remaining);
        await BeforeLogin();
        return Passwords.TryGetValue(credential.UserName, out var password) && password == credential.Password
            ? new Session(this, address.Host, credential.UserName)
            : throw new LoginRefusedException($"{credential.UserName} is refused.", "Try another.");
    }

    private sealed class Session(FakeDatabase database, string host, string user) : IDatabaseSession
    {
        public bool IsEncrypted => true;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        public async Task<VerifierKind> SetPasswordAsync(string role, string password, CancellationToken cancellationToken)
        {
            await database.BeforeSet();
            if (database.Restricted.Contains(user))
            {
                throw new NotPermittedException($"{user} may not set passwords.", "Ask an administrator.");
            }

            var breaks = database.Breaks.TryDequeue(out var afterwards);
            if (!breaks || afterwards)
            {
                database.Passwords[role] = password;
                database.PasswordsSet.Enqueue($"{role}@{host}");
            }

            await database.AfterSet();
            return breaks
                ? throw new DatabaseUnreachableException("The connection broke.", "Wait.") { ConnectionLost = true }
                : VerifierKind.Md5;
        }

        public Task<RoleDescription?> DescribeRoleAsync(string role, CancellationToken cancellationToken) =>
            Task.FromResult<RoleDescription?>(new RoleDescription(role, true, true, RoleAttributes.None, -1, null, [], []));

        public Task<VerifierKind> AssertAlternateRoleAsync(AlternateRole request, CancellationToken cancellationToken) =>
            SetPasswordAsync(request.Next, request.Password, cancellationToken);

        public Task VerifyAsync(LoginExpectations expectations, CancellationToken cancellationToken) => database.BeforeVerify();

        public Task<string> SystemIdentifierAsync(CancellationToken cancellationToken) => Task.FromResult(database.SystemIdentifier(host));
    }
}
