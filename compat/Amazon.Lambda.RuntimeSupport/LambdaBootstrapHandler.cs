namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Serves one invocation.</summary>
public delegate Task<InvocationResponse> LambdaBootstrapHandler(InvocationRequest invocation);
