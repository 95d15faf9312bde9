namespace RotationLambdas.Sandbox.SecretsManager.Operations;

/// <summary>Cuts a list into pages by MaxResults (1 to 100) and NextToken.</summary>
internal static class Page
{
    private const int Most = 100;

    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> all, JsonObject input, JsonObject answer)
    {
        var size = input.Number("MaxResults") ?? Most;
        if (size is < 1 or > Most)
        {
            throw new AwsServiceException(
                "ValidationException",
                $"1 validation error detected: Value '{size}' at 'maxResults' failed to satisfy constraint: Member must be between 1 and "
                    + $"{Most}");
        }

        var start = Start(input.Text("NextToken"));
        var page = all.Skip(start).Take(size).ToList();
        if (start + page.Count < all.Count)
        {
            answer["NextToken"] = Convert.ToBase64String(
                Encoding.ASCII.GetBytes((start + page.Count).ToString(CultureInfo.InvariantCulture)));
        }

        return page;
    }

    private static int Start(string? token)
    {
        try
        {
            return token is null
                ? 0 : int.Parse(Encoding.ASCII.GetString(Convert.FromBase64String(token)), NumberStyles.None, CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            throw new AwsServiceException("InvalidNextTokenException", "The NextToken value is invalid.");
        }
    }
}
