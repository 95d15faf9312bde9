using RotationLambdas.PostgresRotation.Postgres.Roles;

namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

/// <summary>A database with the behavior that no PostgreSQL here can be made to have: forbid users their own password, break at a chosen
/// command.</summary>
internal sealed class FakeDatabase : IDatabaseServer
{
    public ConcurrentDictionary<string, string> Passwords { get; } = new();

    public ConcurrentQueue<string> Logins { get; } = new();

    /// <summary>The time that talking to the database might take, at each login.</summary>
    public ConcurrentQueue<TimeSpan> Allowances { get; } = new();

    public ConcurrentQueue<string> PasswordsSet { get; } = new();

    /// <summary>Runs before a login is answered; what it throws is the answer.</summary>
    public Func<Task> BeforeLogin { get; set; } = () => Task.CompletedTask;

    /// <summary>Runs before a session is verified; what it throws is the result.</summary>
    public Func<Task> BeforeVerify { get; set; } = () => Task.CompletedTask;

    /// <summary>Runs before and after a password is set; what it throws is what the session sees.</summary>
    public Func<Task> BeforeSet { get; set; } = () => Task.CompletedTask;

    public Func<Task> AfterSet { get; set; } = () => Task.CompletedTask;

    public void FailVerification() =>
        BeforeVerify = () => throw new CredentialUnusableException("The session is not usable.", "Correct it.");

    public HashSet<string> Restricted { get; } = [];

    /// <summary>Hosts of servers that the superuser's server is not, although they accept the same passwords.</summary>
    public HashSet<string> OtherServers { get; } = [];

    public Queue<bool> Breaks { get; } = new();

    /// <summary>How many sessions the server ends right after they were marked.</summary>
    public int EndsAfterMark { get; set; }

    private ConcurrentDictionary<string, int> Marks { get; } = new();

    public async Task<IDatabaseSession> LogInAsync(
        ServerAddress address, Credential credential, TimeBudget budget, SessionSettings settings, CancellationToken cancellationToken)
    {
        Logins.Enqueue($"{credential.UserName}@{address.Host}");
        Allowances.Enqueue(budget.Remaining);
        await BeforeLogin();
        return Passwords.TryGetValue(credential.UserName, out var password) && password == credential.Password
            ? new Session(this, address, credential.UserName)
            : throw new LoginRefusedException($"{credential.UserName} is refused.", "Try another.");
    }

    private sealed class Session(FakeDatabase database, ServerAddress address, string user) : IDatabaseSession, IRoleTransaction
    {
        private static int _processes;
        private readonly int _process = Interlocked.Increment(ref _processes);
        private bool _isEnded;

        public bool IsEncrypted => true;

        public bool UsedMd5 => false;

        public ServerAddress Address => address;

        public bool HidesStatements => true;

        public Task<bool> IsPooledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        public Task<VerifierKind> SetPasswordAsync(NewPassword password, CancellationToken cancellationToken) =>
            SetPasswordAsync(user, password, false, cancellationToken);

        public async Task<VerifierKind> SetPasswordAsync(
            string role, NewPassword password, bool usesMd5, CancellationToken cancellationToken)
        {
            await database.BeforeSet();
            if (database.Restricted.Contains(user))
            {
                throw new NotPermittedException($"{user} may not set passwords.", "Ask an administrator.");
            }

            var breaks = database.Breaks.TryDequeue(out var afterwards);
            if (!breaks || afterwards)
            {
                database.Passwords[role] = password.Value;
                database.PasswordsSet.Enqueue($"{role}@{address.Host}");
            }

            await database.AfterSet();
            return breaks
                ? throw new DatabaseUnreachableException("The connection broke.", "Wait.") { ConnectionLost = true }
                : VerifierKind.Md5;
        }

        public Task VerifyAsync(LoginExpectations expectations, CancellationToken cancellationToken) => database.BeforeVerify();

        public Task TryOutAsync(string testQuery, bool readOnly, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task MarkAsync(string name, CancellationToken cancellationToken)
        {
            if (_isEnded)
            {
                throw new DatabaseUnreachableException("The connection broke.", "Wait.") { ConnectionLost = true };
            }

            _isEnded = database.EndsAfterMark > 0;
            if (_isEnded)
            {
                database.EndsAfterMark--;
            }
            else if (!database.OtherServers.Contains(address.Host))
            {
                database.Marks[name] = _process;
            }

            return Task.CompletedTask;
        }

        public Task<IRoleTransaction> BeginAsync(CancellationToken cancellationToken) => Task.FromResult<IRoleTransaction>(this);

        public Task<PairFacts> DescribeAsync(string original, string? alternate, CancellationToken cancellationToken) =>
            Task.FromResult(
                new PairFacts(
                    Describe(original), alternate is null ? null : Describe(alternate), true, true, user, true, true, true, 150000));

        public Task<int?> FindMarkAsync(string name, uint role, CancellationToken cancellationToken) =>
            Task.FromResult<int?>(database.Marks.TryGetValue(name, out var process) ? process : null);

        public Task<IReadOnlyList<RoleChange>> ChangeAsync(
            string doing, IReadOnlyList<RoleChange> changes, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<RoleChange>>([]);

        public Task CommitAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        private RoleFacts? Describe(string role) => database.Passwords.ContainsKey(role)
            ? new RoleFacts(100_000 + (uint)role.Length, role, true, -1, null, false, role == user, false, "", "", [])
            : null;
    }
}
