variable "name" {
  description = "The beginning of every name, at most 47 characters."
  type        = string
  default     = "rotation-lambdas"

  validation {
    condition     = length(var.name) <= 47
    error_message = "name has more than 47 characters: a function's name has at most 64."
  }
}

variable "packages" {
  description = "The folder with the release's zips."
  type        = string
}

variable "architecture" {
  description = "The processor of the zips: arm64 or x86_64."
  type        = string
  default     = "arm64"
}

variable "subnet_ids" {
  description = "Private subnets from which the databases and Secrets Manager are reached."
  type        = list(string)
}

variable "security_group_ids" {
  description = "Security groups of PostgresRotation, which let it reach the databases and Secrets Manager."
  type        = list(string)
}

variable "secret_name_prefixes" {
  description = "Only secrets whose names begin so are rotated, and lead to restarts. [\"*\"]: all."
  type        = list(string)
}

variable "superuser_secret_arns" {
  description = "The secrets of roles that may set other roles' passwords. The first is the default."
  type        = list(string)
  default     = []
}

variable "kms_key_arns" {
  description = "The customer managed keys of the secrets that are rotated."
  type        = list(string)
  default     = []
}

variable "superuser_kms_key_arns" {
  description = "The customer managed keys of the superuser secrets."
  type        = list(string)
  default     = []
}

variable "trust_settings" {
  description = "What may be done beyond the defaults, by secret: a JSON document, or the ARN of a secret that holds it."
  type        = string
  default     = ""
}

variable "ecs_clusters" {
  description = "Names of the ECS clusters to scan; * stands for any characters. Empty: all."
  type        = list(string)
  default     = []
}

variable "code_deploy_services" {
  description = "What happens to services that AWS CodeDeploy controls: report or deploy."
  type        = string
  default     = "report"
}

variable "dry_run" {
  description = "true: EcsRedeployment reports and restarts nothing. Set false when you have read its reports."
  type        = bool
  default     = true
}

variable "rotation_environment" {
  description = "Further variables of PostgresRotation, such as EXCLUDE_CHARACTERS (docs/reference/rotation.md)."
  type        = map(string)
  default     = {}
}

variable "redeployment_environment" {
  description = "Further variables of EcsRedeployment, such as ECS_CLUSTERS (docs/reference/redeployment.md)."
  type        = map(string)
  default     = {}
}
