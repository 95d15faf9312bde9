namespace RotationLambdas.Demo.Screen;

/// <summary>One service at one moment.</summary>
/// <param name="Name">The service.</param>
/// <param name="Reference">How it refers to the secret.</param>
/// <param name="FirstTasks">Running tasks of the generation that was there at first.</param>
/// <param name="LaterTasks">Running tasks of later generations.</param>
/// <param name="Users">Whom its tasks log in as.</param>
/// <param name="Accepted">Logins that the database accepted.</param>
/// <param name="Refused">Logins that it refused.</param>
internal sealed record ServiceRow(string Name, string Reference, int FirstTasks, int LaterTasks, string Users, int Accepted, int Refused);
