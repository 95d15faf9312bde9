using System.Text.Json;
using RotationLambdas.ScaleSimulation;

// A process of its own, because the clock jumps when this process has nothing to do: whatever else ran in it would look like work of the account.
if (args is not [var template])
{
    await Console.Error.WriteLineAsync("The template is not named. Say ScaleSimulation <template.yaml>, with the settings as JSON on standard input.");
    return 2;
}

var settings = JsonSerializer.Deserialize<ScaleSettings>(await Console.In.ReadToEndAsync(), ScaleJson.Options)!;
var figures = await Simulation.RunAsync(settings, template);
await Console.Out.WriteLineAsync(JsonSerializer.Serialize(figures, ScaleJson.Options));
return 0;
