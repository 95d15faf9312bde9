# A secret that is managed by Terraform, rotated by a RotationLambdas stack of the same account and Region.
#
#   terraform init
#   terraform apply -var host=db.example.internal

terraform {
  required_version = ">= 1.5"

  required_providers {
    random = {
      source  = "hashicorp/random"
      version = ">= 3.5"
    }

    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.37"
    }
  }
}

variable "rotation_stack_name" {
  description = "The stack that was made of template.yaml. Its SecretNamePrefixes must fit the secret's name."
  type        = string
  default     = "rotation-lambdas"
}

variable "host" {
  description = "The database's host, as in its certificate."
  type        = string
}

variable "username" {
  description = "A role that exists in the database, with LOGIN."
  type        = string
  default     = "app"
}

data "aws_cloudformation_stack" "rotation" {
  name = var.rotation_stack_name
}

resource "aws_secretsmanager_secret" "database" {
  name        = "orders/database"
  description = "The password of the orders service."

  tags = {
    service = "orders"
  }
}

# Only the first value is Terraform's. Its own label keeps the version: without one AWS removes the version after two rotations, and the
# next apply would recreate it as AWSCURRENT, with the old password.
resource "aws_secretsmanager_secret_version" "first" {
  secret_id      = aws_secretsmanager_secret.database.id
  version_stages = ["AWSCURRENT", "TERRAFORM"]
  secret_string = jsonencode({
    engine   = "postgres"
    host     = var.host
    port     = 5432
    dbname   = "orders"
    username = var.username
    password = random_password.first.result
  })

  lifecycle {
    ignore_changes = [secret_string, version_stages]
  }
}

resource "random_password" "first" {
  length           = 32
  override_special = "!#$%&()*+,-.;<=>?[]^_{|}~"
}

resource "aws_secretsmanager_secret_rotation" "database" {
  secret_id           = aws_secretsmanager_secret.database.id
  rotation_lambda_arn = data.aws_cloudformation_stack.rotation.outputs["RotationFunctionArn"]

  # The generated password is not the database's yet: set it there, then start the first rotation by hand.
  rotate_immediately = false

  rotation_rules {
    schedule_expression = "rate(30 days)"
    duration            = "4h"
  }

  depends_on = [aws_secretsmanager_secret_version.first]
}

output "secret_arn" {
  description = "What a task definition's valueFrom names."
  value       = aws_secretsmanager_secret.database.arn
}
