namespace RotationLambdas.Demo.Screen;

/// <summary>Where the demo shows what happens.</summary>
internal interface IScreen
{
    /// <summary>Begins a part.</summary>
    void Heading(string text);

    /// <summary>Says one thing.</summary>
    void Say(string text);

    /// <summary>A step of the rotation has ended.</summary>
    /// <param name="name">The step.</param>
    /// <param name="duration">How long the function took.</param>
    /// <param name="outcome">What came of it, in a few words.</param>
    /// <param name="succeeded">Whether it is good.</param>
    void Step(string name, TimeSpan duration, string outcome, bool succeeded);

    /// <summary>Shows a small table.</summary>
    void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows);

    /// <summary>Shows whether something is as it should be.</summary>
    void Check(Check check);

    /// <summary>Shows services as they change, until <paramref name="until"/> has ended.</summary>
    Task WatchAsync(Func<IReadOnlyList<ServiceRow>> services, Task until);
}
