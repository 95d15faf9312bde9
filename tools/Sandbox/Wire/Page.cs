namespace RotationLambdas.Sandbox.Wire;

/// <summary>Pages of a list. The token is the place of the next page's first item, made opaque as AWS's are.</summary>
internal static class Page
{
    /// <param name="invalid">The service's refusal of a token that is not one of its own.</param>
    public static (IReadOnlyList<T> Items, string? Next) Of<T>(IReadOnlyList<T> all, int size, string? token, AwsServiceException invalid)
    {
        var start = token is null ? 0 : Decode(token) ?? throw invalid;
        var items = all.Skip(start).Take(size).ToList();
        var end = start + items.Count;
        return (items, end < all.Count ? Convert.ToBase64String(Encoding.ASCII.GetBytes($"next:{end}")) : null);
    }

    private static int? Decode(string token)
    {
        var bytes = new byte[64];
        return Convert.TryFromBase64String(token, bytes, out var length)
            && Encoding.ASCII.GetString(bytes, 0, length) is ['n', 'e', 'x', 't', ':', .. var place]
            && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : null;
    }
}
