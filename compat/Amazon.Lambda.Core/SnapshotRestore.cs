namespace Amazon.Lambda.Core;

/// <summary>Hooks around a SnapStart snapshot.</summary>
public static class SnapshotRestore
{
    public static void RegisterBeforeSnapshot(Func<ValueTask> beforeSnapshotAction) => throw NotSupported();

    public static void RegisterAfterRestore(Func<ValueTask> afterRestoreAction) => throw NotSupported();

    private static NotSupportedException NotSupported() =>
        new("SnapStart hooks exist only in the official Amazon.Lambda.Core package.");
}
