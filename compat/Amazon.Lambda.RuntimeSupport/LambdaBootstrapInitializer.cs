namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Runs once before the first invocation; false ends the program without serving any.</summary>
public delegate Task<bool> LambdaBootstrapInitializer();
