namespace RotationLambdas.Demo.Screen;

internal sealed record ServiceRow(string Name, string Reference, int FirstTasks, int LaterTasks, string Users, int Accepted, int Refused);
