output "rotation_function_arn" {
  description = "What a secret's rotation_lambda_arn is set to."
  value       = aws_lambda_function.rotation.arn

  # Secrets Manager checks the permission when a secret is attached.
  depends_on = [aws_lambda_permission.rotation]
}

output "redeployment_function_name" {
  description = "The function to stop in an emergency (docs/how-to/stop-everything.md)."
  value       = aws_lambda_function.redeployment.function_name
}
