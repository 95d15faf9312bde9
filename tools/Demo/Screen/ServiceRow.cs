namespace RotationLambdas.Demo.Screen;

/// <summary>One service at one moment.</summary>
internal sealed record ServiceRow(string Name, string Reference, int FirstTasks, int LaterTasks, string Users, int Accepted, int Refused);
