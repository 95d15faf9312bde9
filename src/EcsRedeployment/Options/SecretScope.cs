using System.Buffers;

namespace RotationLambdas.EcsRedeployment.Options;

/// <summary>Which secrets and parameters are in the function's scope, by the beginning of their names. Others are neither restarted for nor
/// reported.</summary>
/// <param name="Prefixes">Beginnings of names; an empty one fits all names. None at all means that everything is reported and nothing
/// restarted.</param>
internal sealed record SecretScope(IReadOnlyList<string> Prefixes)
{
    private static readonly SearchValues<char> InNames =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/_+=.@-!");

    public static SecretScope Everything { get; } = new([""]);

    public bool AllowsRestarts => Prefixes.Count > 0;

    /// <summary>Reads prefixes: `*` is every name, and a `*` at the end of a prefix is allowed. Null when one has other characters than a
    /// name.</summary>
    public static SecretScope? Read(IReadOnlyList<string> texts)
    {
        var prefixes = texts.Select(text => text.EndsWith('*') ? text[..^1] : text).ToList();
        return prefixes.Exists(prefix => prefix.AsSpan().ContainsAnyExcept(InNames)) ? null : new SecretScope(prefixes);
    }

    /// <summary>Whether the function deals with a secret or parameter of this name. A parameter's leading slash does not count.</summary>
    public bool Includes(string name) =>
        Prefixes.Count == 0 || Prefixes.Any(prefix => name.TrimStart('/').StartsWith(prefix.TrimStart('/'), StringComparison.Ordinal));
}
