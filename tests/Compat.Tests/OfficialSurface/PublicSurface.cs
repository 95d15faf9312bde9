using System.Reflection;

namespace RotationLambdas.Compat.Tests.OfficialSurface;

/// <summary>What callers of an assembly can name.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Lines such as <c>Amazon.ECS.Model.Tag :: System.String get_Key()</c>, and the types' names alone.</summary>
    internal static IEnumerable<string> Of(IEnumerable<Type> types) => types.Where(type => type.IsVisible)
        .SelectMany(type => type.GetMembers(Declared).Select(Line).OfType<string>().Select(line => $"{type} :: {line}").Prepend($"{type}"));

    private static string? Line(MemberInfo member) => member switch
    {
        // An override offers nothing that its base does not.
        MethodInfo method when method.GetBaseDefinition().DeclaringType != method.DeclaringType => null,
        MethodBase method => Line(method, method.Attributes & MethodAttributes.MemberAccessMask, method.IsStatic),
        FieldInfo { IsSpecialName: false } field when Line(field, Access(field), field.IsStatic) is { } line =>
            field.IsLiteral ? $"{line} = {field.GetRawConstantValue()}" : line,
        _ => null, // The accessors of a property or an event are methods.
    };

    // The two kinds of attributes have the same values.
    private static MethodAttributes Access(FieldInfo field) => (MethodAttributes)(field.Attributes & FieldAttributes.FieldAccessMask);

    private static string? Line(MemberInfo member, MethodAttributes access, bool isStatic) => access < MethodAttributes.Family
        ? null
        : (access == MethodAttributes.Public ? "" : "protected ") + (isStatic ? "static " : "") + member;
}
