using System.Runtime.InteropServices;

namespace RotationLambdas.Startup;

/// <summary>Lets the process load the system's root certificates once. A Linux system keeps the same roots in one file and in a folder;
/// .NET on OpenSSL reads both at the first TLS handshake, which takes longer than all the rest of a first rotation
/// (docs/development/figures.md).</summary>
internal static partial class SystemRoots
{
    private const string FileVariable = "SSL_CERT_FILE";
    private const string FolderVariable = "SSL_CERT_DIR";
    private const string NoFolder = "/nonexistent";

    /// <summary>Where OpenSSL's own default is: Amazon Linux and its relatives, Debian and its relatives.</summary>
    private static readonly string[] Bundles = ["/etc/pki/tls/cert.pem", "/usr/lib/ssl/cert.pem"];

    /// <summary>Has an effect before the first handshake only; changes nothing where an operator has chosen the roots.</summary>
    public static void LoadOnce()
    {
        if (OperatingSystem.IsLinux() && ChooseFile(Environment.GetEnvironmentVariable, File.Exists) is { } file)
        {
            // OpenSSL reads the C library's environment, of which .NET's is a copy.
            _ = SetEnvironmentVariable(FileVariable, file, overwrite: 1);
            _ = SetEnvironmentVariable(FolderVariable, NoFolder, overwrite: 1);
        }
    }

    /// <summary>The one file to load; null where the environment names roots already, or the system keeps its file elsewhere: then all
    /// stays as it is.</summary>
    public static string? ChooseFile(Func<string, string?> environment, Func<string, bool> exists) =>
        environment(FileVariable) is null && environment(FolderVariable) is null ? Array.Find(Bundles, bundle => exists(bundle)) : null;

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironmentVariable(string name, string value, int overwrite);
}
