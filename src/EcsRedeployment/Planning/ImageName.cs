namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>Judges an image's name.</summary>
internal static class ImageName
{
    /// <summary>
    /// Whether a deployment may bring another image under the same name: the name has no digest, and its tag is missing or holds no digit
    /// (`latest`, `stable`, `main`). A tag with a digit is taken for a version or a commit, which by custom stays where it is.
    /// </summary>
    public static bool MayMove(string image)
    {
        if (image.Contains('@', StringComparison.Ordinal))
        {
            return false;
        }

        var name = image[(image.LastIndexOf('/') + 1)..]; // A colon before the last slash belongs to the registry's port.
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || !name.AsSpan(colon + 1).ContainsAnyInRange('0', '9');
    }
}
