using System.Reflection;
using NetArchTest.Rules;

namespace RotationLambdas.Support.Architecture;

/// <summary>The modules of a function from the top down: a folder, or a type outside of folders, uses only what comes after it.</summary>
internal sealed class ModuleOrder(Assembly function, string root, params string[] modules)
{
    /// <summary>Modules of the assembly that have no place in the order, and names in the order that the assembly does not have.</summary>
    public IEnumerable<string> Misplaced()
    {
        var present = Types.InAssembly(function).GetTypes().Select(ModuleOf).OfType<string>().ToHashSet();
        return present.Except(modules).Concat(modules.Except(present));
    }

    public IEnumerable<string> UpwardUses() =>
        from used in modules
        from type in Types.InAssembly(function).That().HaveDependencyOnAny($"{root}.{used}").GetTypes()
        let module = ModuleOf(type)
        where module is not null && Array.IndexOf(modules, module) > Array.IndexOf(modules, used)
        select $"{type.FullName} uses {used}, which is above {module}";

    // Types that the compiler or a generator made elsewhere belong to no module.
    private string? ModuleOf(IType type) =>
        type.FullName.StartsWith($"{root}.", StringComparison.Ordinal)
            && type.FullName[(root.Length + 1)..].Split('.', '/', '+', '`')[0] is var name
        && !name.StartsWith('<')
            ? name
            : null;
}
