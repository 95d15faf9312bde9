namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>Judges an image's name.</summary>
internal static class ImageName
{
    private const int ShortestCommit = 7;

    /// <summary>Whether a deployment may bring another image under the same name. Only a digest, a complete semantic version (`1.25.3`,
    /// `v2.0.1-alpine`) and a commit's hash stay where they are by custom; `1.25`, `node:22`, `prod2` and `latest-arm64` move.</summary>
    public static bool MayMove(string image)
    {
        if (image.Contains('@', StringComparison.Ordinal))
        {
            return false;
        }

        var name = image[(image.LastIndexOf('/') + 1)..]; // A colon before the last slash belongs to the registry's port.
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || !(IsVersion(name[(colon + 1)..]) || IsCommit(name[(colon + 1)..]));
    }

    /// <summary>A word such as `decade` or `defaced` has no digit.</summary>
    private static bool IsCommit(string tag) =>
        tag.Length >= ShortestCommit && tag.All(char.IsAsciiHexDigitLower) && tag.Any(char.IsAsciiDigit) && tag.Any(char.IsAsciiLetter);

    private static bool IsVersion(string tag)
    {
        var numbers = (tag.StartsWith('v') ? tag[1..] : tag).Split('-', '+', '_')[0].Split('.');
        return numbers.Length == 3 && numbers.All(number => number.Length > 0 && number.All(char.IsAsciiDigit));
    }
}
