namespace RotationLambdas.PostgresRotation.Postgres.Roles;

/// <summary>Writes the value of a setting from the catalogue back as SQL.</summary>
internal static class SettingText
{
    /// <summary>Parameters whose value is a list of quoted names. The catalogue keeps the list flattened; handed back as one literal it
    /// would become one name (PostgreSQL's pg_dump makes the same distinction, by the same list).</summary>
    private static readonly HashSet<string> NameLists = new(StringComparer.OrdinalIgnoreCase)
    {
        "local_preload_libraries", "search_path", "session_preload_libraries", "shared_preload_libraries", "temp_tablespaces",
        "unix_socket_directories",
    };

    /// <summary>The value of <paramref name="setting"/>, for the right side of ALTER ROLE … SET … TO.</summary>
    public static string ValueOf(RoleSetting setting) => NameLists.Contains(setting.Name)
        ? string.Join(", ", SplitNames(setting.Value).Select(Sql.Literal))
        : Sql.Literal(setting.Value);

    /// <summary>The parameter's name; parts of a custom one are identifiers of their own.</summary>
    public static string NameOf(RoleSetting setting) => string.Join('.', setting.Name.Split('.').Select(Sql.Identifier));

    private static List<string> SplitNames(string list)
    {
        var names = new List<string>();
        var name = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < list.Length; i++)
        {
            switch (list[i])
            {
                case '"' when quoted && i + 1 < list.Length && list[i + 1] == '"':
                    name.Append('"');
                    i++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    names.Add(name.ToString());
                    name.Clear();
                    break;
                case ' ' when !quoted:
                    break;
                case var other:
                    name.Append(other);
                    break;
            }
        }

        names.Add(name.ToString());
        return names;
    }
}
