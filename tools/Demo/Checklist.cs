namespace RotationLambdas.Demo;

internal sealed class Checklist(DemoScreen screen)
{
    private readonly List<Check> _checks = [];

    public int Held => _checks.Count(check => check.Holds);

    public IReadOnlyList<Check> Broken => [.. _checks.Where(check => !check.Holds)];

    public void Add(string claim, bool holds, string finding = "it is not so")
    {
        var check = new Check(claim, holds, finding);
        _checks.Add(check);
        screen.Check(check);
    }
}

internal sealed record Check(string Claim, bool Holds, string Finding);
