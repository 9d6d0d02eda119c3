/** One thing a call needs to be allowed: an action of IAM on one resource. */
export type Access = {
  /** As IAM writes it: `dynamodb:PutItem`. */
  readonly action: string;
  readonly resource: string;
  /** The partition keys of the items it is about, which a condition may name; undefined where it names none. */
  readonly leadingKeys?: readonly string[];
};
