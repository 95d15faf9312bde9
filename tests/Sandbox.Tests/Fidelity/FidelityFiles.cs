
namespace RotationLambdas.Sandbox.Tests.Fidelity;

internal static class FidelityFiles
{
    public static string Path(string name) => Repository.PathOf("tests", "Sandbox.Tests", "Fidelity", name);
}
