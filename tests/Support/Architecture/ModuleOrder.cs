using System.Reflection;
using NetArchTest.Rules;

namespace RotationLambdas.Support.Architecture;

/// <summary>The modules of a function from the top down: a folder, or a type outside of folders, uses only what comes after it.</summary>
public abstract class ModuleOrder(Assembly function, string root, params string[] modules)
{
    [Fact]
    public void Every_module_has_a_place_in_the_order() =>
        Types.InAssembly(function).GetTypes().Select(ModuleOf).OfType<string>().Distinct().ShouldBe(modules, ignoreOrder: true);

    [Fact]
    public void A_module_uses_only_modules_below_it()
    {
        var upward =
            from used in modules
            from type in Types.InAssembly(function).That().HaveDependencyOnAny($"{root}.{used}").GetTypes()
            let module = ModuleOf(type)
            where module is not null && Array.IndexOf(modules, module) > Array.IndexOf(modules, used)
            select $"{type.FullName} uses {used}, which is above {module}";

        upward.ShouldBeEmpty();
    }

    // Types that the compiler or a generator made elsewhere belong to no module.
    private string? ModuleOf(IType type) =>
        type.FullName.StartsWith($"{root}.", StringComparison.Ordinal)
            && type.FullName[(root.Length + 1)..].Split('.', '/', '+', '`')[0] is var name
        && !name.StartsWith('<')
            ? name
            : null;
}
