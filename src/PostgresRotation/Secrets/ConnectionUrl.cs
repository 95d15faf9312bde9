namespace RotationLambdas.PostgresRotation.Secrets;

/// <summary>A connection URL that holds a secret's credential: <c>postgresql://user:password@host:port/database</c> (libpq, "Connection
/// URIs"), or <c>jdbc:postgresql://host/database?user=…&amp;password=…</c>.</summary>
internal static class ConnectionUrl
{
    private const string Jdbc = "jdbc:";

    /// <summary>The URL with the next credential; everything else stays as it is.</summary>
    /// <param name="value">The URL.</param>
    /// <param name="current">The secret whose credential it has to hold.</param>
    /// <param name="refuse">Makes the error for a URL that cannot be rewritten. The parser's own message may quote the password.</param>
    public static string Rewrite(string value, DatabaseSecret current, Credential next, Func<string, SecretMalformedException> refuse)
    {
        var text = value.StartsWith(Jdbc, StringComparison.Ordinal) ? value[Jdbc.Length..] : value;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url))
        {
            throw refuse("cannot be parsed as a URL");
        }

        var start = text.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = text.IndexOfAny(['/', '?', '#'], start) is var first and >= 0 ? first : text.Length;
        var at = text.LastIndexOf('@', end - 1, end - start);
        var login = at < 0 ? [] : text[start..at].Split(':', 2);
        var query = text.IndexOf('?', StringComparison.Ordinal) is var mark and >= 0 ? mark : text.Length;
        var parameters = query == text.Length ? [] : text[(query + 1)..].Split('&');

        var users = login.Take(1).Concat(Values(parameters, "user")).Select(Uri.UnescapeDataString).ToList();
        var passwords = login.Skip(1).Concat(Values(parameters, "password")).Select(Uri.UnescapeDataString).ToList();
        var database = Uri.UnescapeDataString(url.AbsolutePath.Trim('/'));
        if (users is not [_, ..] || passwords is not [_, ..]
            || users.Exists(user => user != current.UserName) || passwords.Exists(password => password != current.Password)
            || !HostNames.Same(url.Host.Trim('[', ']'), current.Host)
            || (url.Port > 0 ? url.Port : SecretFields.DefaultPort) != current.Port
            || (database.Length > 0 ? database : current.UserName) != current.Database
            || url.Fragment.Length > 0)
        {
            throw refuse("has another host, port, database, user or password than the secret");
        }

        var user = Uri.EscapeDataString(next.UserName);
        var password = Uri.EscapeDataString(next.Password);
        var authority = login switch
        {
            [] => text[start..end],
            [_] => user + text[at..end],
            _ => user + ":" + password + text[at..end],
        };
        var rewritten = parameters.Select(parameter => Name(parameter) switch
        {
            "user" => "user=" + user,
            "password" => "password=" + password,
            _ => parameter,
        });
        return value[..(value.Length - text.Length)] + text[..start] + authority + text[end..query]
            + (parameters.Length == 0 ? "" : "?" + string.Join('&', rewritten));
    }

    private static IEnumerable<string> Values(IEnumerable<string> parameters, string name) => parameters
        .Where(parameter => Name(parameter) == name)
        .Select(parameter => parameter[name.Length..].TrimStart('='));

    private static string Name(string parameter) => parameter.Split('=')[0];
}
