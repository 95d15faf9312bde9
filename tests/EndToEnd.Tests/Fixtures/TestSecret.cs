namespace RotationLambdas.EndToEnd.Tests.Fixtures;

/// <summary>A secret's value.</summary>
internal sealed record TestSecret(string User, string Password, string Host, int Port, string? MasterArn = null)
{
    /// <summary>Its JSON, with a key of somebody else's that has to survive.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["username"] = User,
            ["password"] = Password,
            ["host"] = Host,
            ["port"] = Port.ToString(CultureInfo.InvariantCulture),
            ["dbname"] = "postgres",
            ["team"] = "billing",
        };
        if (MasterArn is not null)
        {
            json["masterarn"] = MasterArn;
        }

        return json;
    }

    public static TestSecret Parse(string text)
    {
        var json = JsonNode.Parse(text)!;
        return new(
            (string)json["username"]!, (string)json["password"]!, (string)json["host"]!,
            int.Parse((string)json["port"]!, CultureInfo.InvariantCulture), (string?)json["masterarn"]);
    }
}
