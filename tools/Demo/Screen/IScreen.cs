namespace RotationLambdas.Demo.Screen;

/// <summary>Where the demo shows what happens.</summary>
internal interface IScreen
{
    void Heading(string text);

    void Say(string text);

    void Step(string name, TimeSpan duration, string outcome, bool succeeded);

    void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows);

    void Check(Check check);

    Task WatchAsync(Func<IReadOnlyList<ServiceRow>> services, Task until);
}
