namespace RotationLambdas.Compat.Tests.OfficialSurface;

internal static class TypeName
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ushort)] = "ushort",
        [typeof(double)] = "double",
        [typeof(nint)] = "nint",
    };

    internal static string Of(Type type) => type switch
    {
        _ when Keywords.TryGetValue(type, out var keyword) => keyword,
        { IsArray: true } => Of(type.GetElementType()!) + "[]",
        _ when Nullable.GetUnderlyingType(type) is { } value => Of(value) + "?",
        { IsGenericType: true } when type.Name.StartsWith("ValueTuple`") => $"({Arguments(type.GetGenericArguments())})",
        { IsGenericType: true } => $"{type.Name[..type.Name.IndexOf('`')]}<{Arguments(type.GetGenericArguments())}>",
        _ => type.Name,
    };

    internal static string Arguments(IEnumerable<Type> types) => string.Join(", ", types.Select(Of));
}
