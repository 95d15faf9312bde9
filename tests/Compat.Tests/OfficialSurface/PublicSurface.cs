using System.Reflection;

namespace RotationLambdas.Compat.Tests.OfficialSurface;

internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Lines such as <c>Amazon.ECS.Model.Tag :: string Key { get; set; }</c>, and the types' names alone.</summary>
    internal static IEnumerable<string> Of(IEnumerable<Type> types) =>
        types.Where(type => type.IsVisible)
            .SelectMany(type => Members(type).Select(member => $"{type.FullName} :: {member}").Prepend(type.FullName!));

    /// <summary>Reads a listing: types at the margin, their members indented, <c>#</c> before remarks.</summary>
    internal static HashSet<string> Read(IEnumerable<string> listing)
    {
        var surface = new HashSet<string>();
        var type = string.Empty;
        foreach (var line in listing.Where(line => line.Length > 0 && !line.StartsWith('#')))
        {
            type = char.IsWhiteSpace(line[0]) ? type : line.Trim();
            surface.Add(char.IsWhiteSpace(line[0]) ? $"{type} :: {line.Trim()}" : type);
        }

        return surface;
    }

    private static IEnumerable<string> Members(Type type) =>
    [
        .. type.GetConstructors(Declared).Where(IsVisible).Select(ctor => $"{Modifiers(ctor)}.ctor({Parameters(ctor)})"),
        .. type.GetMethods(Declared).Where(method => IsOwn(method) && (!method.IsSpecialName || IsOperator(method))).Select(Method),
        .. type.GetProperties(Declared).Where(property => Accessors(property).Any(IsOwn)).Select(Property),
        .. type.GetFields(Declared).Where(IsVisible).Select(field => Field(type, field)),
        .. type.GetEvents(Declared).Where(e => IsVisible(e.AddMethod!)).Select(e => $"event {TypeName.Of(e.EventHandlerType!)} {e.Name}"),
    ];

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsVisible(FieldInfo field) =>
        !field.IsSpecialName && (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly);

    // An override offers nothing that its base does not.
    private static bool IsOwn(MethodInfo method) => IsVisible(method) && method.GetBaseDefinition().DeclaringType == method.DeclaringType;

    private static bool IsOperator(MethodInfo method) => method.Name.StartsWith("op_");

    private static MethodInfo[] Accessors(PropertyInfo property) => property.GetAccessors(nonPublic: true);

    private static string Modifiers(MethodBase method) =>
        (method.IsPublic ? string.Empty : "protected ") + (method.IsStatic ? "static " : string.Empty);

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => TypeName.Of(parameter.ParameterType)));

    private static string Method(MethodInfo method) => method switch
    {
        { Name: "op_Implicit" } => $"static implicit {TypeName.Of(method.ReturnType)}({Parameters(method)})",
        _ => $"{Modifiers(method)}{TypeName.Of(method.ReturnType)} {method.Name}{TypeParameters(method)}({Parameters(method)})",
    };

    private static string TypeParameters(MethodInfo method) =>
        method.IsGenericMethod ? $"<{TypeName.Arguments(method.GetGenericArguments())}>" : string.Empty;

    private static string Property(PropertyInfo property)
    {
        var visible = Accessors(property).Where(IsVisible).ToList();
        var accessors = string.Join(" ", visible.Select(accessor => accessor.ReturnType == typeof(void) ? "set;" : "get;"));
        return $"{Modifiers(visible[0])}{TypeName.Of(property.PropertyType)} {property.Name} {{ {accessors} }}";
    }

    private static string Field(Type type, FieldInfo field) => field switch
    {
        _ when type.IsEnum => $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue())}",
        { IsLiteral: true } => $"const {TypeName.Of(field.FieldType)} {field.Name}",
        { IsInitOnly: true, IsStatic: true } => $"static readonly {TypeName.Of(field.FieldType)} {field.Name}",
        _ => $"{TypeName.Of(field.FieldType)} {field.Name}",
    };
}
