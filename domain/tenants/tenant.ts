import type { SubscriptionId, TenantId } from '../ids.ts';

/** The languages Lapsewatch writes in. */
export type Language = 'en' | 'de';

/**
 * R1. How a move becomes true. `control-hub`: Lapsewatch writes a file that somebody imports in Control Hub.
 * `book`: the organisation's own tooling follows our book, so moved is moved. `webex`: through the Webex API.
 */
export type Mode = 'control-hub' | 'book' | 'webex';

/** L9. What a link holder has to prove before a plan is carried out. */
export type Assurance = 'confirm' | 'code';

/** One Webex organisation with Contact Center; the unit that is checked. */
export type Tenant = {
  readonly tenantId: TenantId;
  readonly name: string;
  /** IANA zone whose calendar all days of the tenant are in (D1). */
  readonly timeZone: string;
  readonly language: Language;
  /** Local hour, 0 to 23, of the morning check (C2). */
  readonly alertHour: number;
  /** C4. Days before an end at which people are warned, widest first. */
  readonly ladder: readonly number[];
  /** P1. How many days longer than the ending subscription a target has to last. */
  readonly marginDays: number;
  readonly mode: Mode;
  readonly assurance: Assurance;
  /** C8. Whether the Monday line is sent. */
  readonly heartbeat: boolean;
  /** D14. The primary that Control Hub shows, where it differs from the rule. */
  readonly primaryOverride?: SubscriptionId;
};

/** C4, P1, C2. What a tenant has when nobody chose otherwise. */
export const TENANT_DEFAULTS = {
  language: 'en',
  alertHour: 8,
  ladder: [90, 60, 30, 14, 7, 3, 2, 1, 0],
  marginDays: 30,
  mode: 'control-hub',
  assurance: 'confirm',
  heartbeat: true,
} as const satisfies Partial<Tenant>;
