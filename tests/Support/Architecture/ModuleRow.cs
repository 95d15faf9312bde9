namespace RotationLambdas.Support.Architecture;

/// <summary>A row of the table of rooms.</summary>
/// <param name="Modules">The folders, or files outside of folders, that the row is about.</param>
/// <param name="MayUse">What they may use.</param>
/// <param name="Below">The rooms of the rows below.</param>
/// <param name="UsesAll">Whether they may use whatever is below.</param>
internal sealed record ModuleRow(IReadOnlyList<string> Modules, IReadOnlyList<string> MayUse, IReadOnlyList<string> Below, bool UsesAll);
