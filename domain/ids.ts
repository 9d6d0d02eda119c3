declare const idBrand: unique symbol;
type Id<Name extends string> = string & { readonly [idBrand]: Name };

/** One Webex organisation with Contact Center. */
export type TenantId = Id<'tenant'>;
/** Cisco's id of a commercial contract (`Sub1234567`). */
export type SubscriptionId = Id<'subscription'>;
/** A person in a tenant; from a Control Hub export it is the lower-cased e-mail address. */
export type PersonId = Id<'person'>;
export type RecipientId = Id<'recipient'>;
export type PartnerId = Id<'partner'>;
export type ReassignmentId = Id<'reassignment'>;
export type ImportId = Id<'import'>;
export type AlertId = Id<'alert'>;
/** L1. The public half of an action link, 128 bits. */
export type LinkId = Id<'link'>;
export type OutboxId = Id<'outbox'>;

/** The shape of every id people choose (contract): letters, digits and `. _ @ + -`, 1 to 128 of them. */
export const ID_SHAPE = /^[A-Za-z0-9._@+-]{1,128}$/;

/** Brands a text that was validated at the border as the id of one noun. */
export const idOf = {
  tenant: (text: string) => text as TenantId,
  subscription: (text: string) => text as SubscriptionId,
  person: (text: string) => text as PersonId,
  recipient: (text: string) => text as RecipientId,
  partner: (text: string) => text as PartnerId,
  reassignment: (text: string) => text as ReassignmentId,
  import: (text: string) => text as ImportId,
  alert: (text: string) => text as AlertId,
  link: (text: string) => text as LinkId,
  outbox: (text: string) => text as OutboxId,
} as const;

/** Ids in ascending order of their characters' code units: the same on every machine, unlike a locale's order. */
export function byId(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
