namespace RotationLambdas.Compat.Tests.Runtime;

public class LogTests
{
    [Fact]
    public async Task A_JSON_line_holds_every_named_argument_as_a_property()
    {
        await using var api = await RuntimeApiStub.StartAsync();
        using var function = FunctionProcess.Start(api, ("AWS_LAMBDA_LOG_FORMAT", "JSON"));
        await api.InvokeAsync("""{"Do":"log"}""");

        var line = JsonNode.Parse(await function.NextLineAsync())!.AsObject();

        ((string?)line["message"]).ShouldBe("Rotated db in 1.5 s, attempt 2, {{kept}}");
        ((string?)line["level"]).ShouldBe("Information");
        ((string?)line["requestId"]).ShouldBe("request-1");
        ((string?)line["traceId"]).ShouldBe("Root=1-5759e988-bd862e3fe1be46a994272793");
        ((string?)line["secret"]).ShouldBe("db");
        ((int)line["attempt"]!).ShouldBe(2);
        ((string)line["timestamp"]!).ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$");
    }

    [Fact]
    public async Task A_JSON_line_about_an_error_names_its_type_and_where_it_was()
    {
        await using var api = await RuntimeApiStub.StartAsync();
        using var function = FunctionProcess.Start(api, ("AWS_LAMBDA_LOG_FORMAT", "JSON"), ("AWS_LAMBDA_LOG_LEVEL", "ERROR"));
        await api.InvokeAsync("""{"Do":"fail"}""");

        var line = JsonNode.Parse(await function.NextLineAsync())!.AsObject();

        ((string?)line["level"]).ShouldBe("Error");
        ((string?)line["errorType"]).ShouldBe("System.InvalidOperationException");
        ((string?)line["errorMessage"]).ShouldBe("Cannot go on.");
        line["stackTrace"]!.AsArray().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_text_line_is_time_request_level_and_message()
    {
        await using var api = await RuntimeApiStub.StartAsync();
        using var function = FunctionProcess.Start(api);
        await api.InvokeAsync("""{"Do":"log"}""");

        var rotated = (await function.NextLineAsync()).Split('\t');
        var warning = (await function.NextLineAsync()).Split('\t');
        var error = (await function.NextLineAsync()).Split('\t');
        var output = (await function.NextLineAsync()).Split('\t');

        rotated[1..].ShouldBe(["request-1", "info", "Rotated db in 1.5 s, attempt 2, {{kept}}"]);
        warning[1..].ShouldBe(["request-1", "warn", "No template: {secret}"]);
        error[1..].ShouldBe(["request-1", "fail", "Failed testSecret"]);
        output[1..].ShouldBe(["request-1", "info", "plain {output}"]);
    }
}
