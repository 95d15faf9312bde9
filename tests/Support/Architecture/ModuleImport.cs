namespace RotationLambdas.Support.Architecture;

/// <summary>One room uses another.</summary>
/// <param name="From">The room that uses.</param>
/// <param name="To">The room that is used.</param>
/// <param name="File">A file that does so.</param>
internal sealed record ModuleImport(string From, string To, string File)
{
    public override string ToString() => $"{From} uses {To} in {File}";
}
