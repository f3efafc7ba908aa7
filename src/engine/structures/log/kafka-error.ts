import { DomainError } from "../../kernel/domain-error.ts";

/** What Kafka answers when it refuses, by the names of its protocol. */
export type KafkaErrorCode =
  | "OFFSET_OUT_OF_RANGE"
  | "NOT_ENOUGH_REPLICAS"
  | "NOT_ENOUGH_REPLICAS_AFTER_APPEND"
  | "INELIGIBLE_REPLICA"
  | "ELECTION_NOT_NEEDED"
  | "PREFERRED_LEADER_NOT_AVAILABLE"
  | "ELIGIBLE_LEADERS_NOT_AVAILABLE";

/** A refusal with the name that a client of Kafka sees. */
export class KafkaError extends DomainError {
  override readonly name: string = "KafkaError";
  readonly code: KafkaErrorCode;

  constructor(code: KafkaErrorCode, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}
