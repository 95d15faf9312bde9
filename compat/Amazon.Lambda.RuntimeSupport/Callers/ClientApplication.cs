using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport.Callers;

/// <summary>The part of the client context that names the application.</summary>
internal sealed class ClientApplication(JsonElement json) : IClientApplication
{
    public string AppPackageName => json.Text("app_package_name");

    public string AppTitle => json.Text("app_title");

    public string AppVersionCode => json.Text("app_version_code");

    public string AppVersionName => json.Text("app_version_name");

    public string InstallationId => json.Text("installation_id");
}
