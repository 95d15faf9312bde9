
namespace RotationLambdas.Sandbox.Tests.Fidelity;

/// <summary>The data of the fidelity suite.</summary>
internal static class FidelityFiles
{
    public static string Path(string name) => Repository.PathOf("tests", "Sandbox.Tests", "Fidelity", name);
}
