namespace Amazon.CodeDeploy.Model;

public class ErrorInformation
{
    public ErrorCode Code { get; set; }

    public string Message { get; set; }

    internal static ErrorInformation Read(JsonElement json) => new()
    {
        Code = json.Text("code"),
        Message = json.Text("message"),
    };
}
