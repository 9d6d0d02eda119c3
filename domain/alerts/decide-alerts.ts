import type { Day } from '../days/day.ts';
import type { Finding } from '../findings/finding.ts';
import type { PartnerId, RecipientId } from '../ids.ts';
import { CHANNELS, type Channel, type Delivery } from '../recipients/recipient.ts';
import type { Audience, ToldMatters } from './alert.ts';
import { type AudienceDecision, decideAudience, type Listener } from './decide-audience.ts';
import type { DueAlert } from './due-alert.ts';
import { isAbout, type Reach, reachOf } from './escalation.ts';
import { isHeartbeatDue } from './heartbeat.ts';
import { uninhibited } from './inhibit.ts';
import { isHeardBy } from './routing.ts';
import { FIRST_SMS_RUNG } from './rungs.ts';
import type { Situation, Telling } from './situation.ts';
import type { Snoozes } from './snooze.ts';

/** C3. Matters in one message at most; the excess is a count in its text. */
const MATTERS_PER_MESSAGE = 30;

/** A recipient as the decision sees it. */
export type Listening = {
  readonly recipientId: RecipientId;
  readonly departments?: readonly string[];
  /** Whether this recipient may act, and the partner that limits it (D23). */
  readonly mayAct: boolean;
  readonly partnerId?: PartnerId;
  /** A5. Hears of what nobody else looks after. */
  readonly escalation: boolean;
  /** A6. What this recipient has put off. */
  readonly snoozed?: Snoozes;
  readonly channels: Readonly<Partial<Record<Channel, { readonly delivery: Delivery }>>>;
  readonly told: Readonly<Partial<Record<Channel, ToldMatters>>>;
  readonly lastSmsOn?: Day;
  readonly lastHeartbeatOn?: Day;
};

export type RecipientAudience = Extract<Audience, { readonly channel: Channel }>;
export type ToolingAudience = Exclude<Audience, RecipientAudience>;

export const TOOLING: ToolingAudience = { recipientId: '#tooling', channel: 'events' };

/** What one recipient is told, channel by channel, and whether the Monday line goes with the e-mail (C8). */
export type RecipientDecision<Someone> = {
  readonly recipient: Someone;
  readonly audiences: readonly AudienceDecision<RecipientAudience>[];
  readonly heartbeat: boolean;
};

type Deciding = {
  readonly situation: Situation;
  /** C5. `identityKey` of alerts that exist although their audience does not remember them. */
  readonly alreadyTold: ReadonlySet<string>;
};

/**
 * A1, C4 to C8. Which recipients are told what by this check. Only confirmed channels are told (C5). The same situation
 * gives the same decision.
 */
export function decideAlerts<Someone extends Listening>({
  recipients,
  ...deciding
}: Deciding & { readonly recipients: readonly Someone[] }): readonly RecipientDecision<Someone>[] {
  const telling = tellingOf(deciding);
  const reach = (finding: Finding) => reachOf(finding, { situation: telling, recipients });
  return recipients.map((recipient) => decideRecipient({ telling, reach }, recipient));
}

/**
 * A2. What tooling is told by this check: of everything, whether or not anybody else listens. At most so much at once as
 * one transaction takes; asked again with what it was told meanwhile, it goes on.
 */
export function decideTooling(deciding: Deciding): AudienceDecision<ToolingAudience> {
  return decideAudience(tellingOf(deciding), {
    audience: TOOLING,
    told: deciding.situation.toolingTold,
    snoozed: {},
    hears: () => true,
    isEscalated: () => false,
    mayTell: () => true,
    maySolve: true,
    most: { alerts: MATTERS_PER_MESSAGE, solved: MATTERS_PER_MESSAGE },
  });
}

function tellingOf({ situation, alreadyTold }: Deciding): Telling {
  return { ...situation, tellable: uninhibited(situation.findings), alreadyTold };
}

type Reaching = { readonly telling: Telling; readonly reach: (finding: Finding) => Reach | undefined };

function decideRecipient<Someone extends Listening>({ telling, reach }: Reaching, recipient: Someone): RecipientDecision<Someone> {
  const confirmed = CHANNELS.filter((channel) => recipient.channels[channel]?.delivery === 'confirmed');
  return {
    recipient,
    audiences: confirmed.map((channel) => decideAudience(telling, listenerOn(channel, recipient, { telling, reach }))),
    heartbeat:
      confirmed.includes('email') &&
      isHeartbeatDue({ ...telling, tenant: telling.picture.tenant, lastHeartbeatOn: recipient.lastHeartbeatOn }),
  };
}

function listenerOn(channel: Channel, recipient: Listening, { telling, reach }: Reaching): Listener<RecipientAudience> {
  const { picture, today, morning } = telling;
  const smsToday = recipient.lastSmsOn === today;
  return {
    audience: { recipientId: recipient.recipientId, channel },
    told: recipient.told[channel] ?? {},
    snoozed: recipient.snoozed ?? {},
    hears: (finding) =>
      !isAbout(finding, recipient.recipientId) &&
      isHeardBy(recipient.departments, finding, picture) &&
      (!recipient.escalation || reach(finding) !== undefined),
    isEscalated: (finding) => recipient.escalation && reach(finding) === 'escalated',
    mayTell: (alert) => channel === 'email' || mayGoBySms(alert, smsToday),
    maySolve: channel === 'email' || (morning && !smsToday),
    most: { alerts: MATTERS_PER_MESSAGE, solved: Number.POSITIVE_INFINITY },
  };
}

/** A1. By SMS goes what is newly critical, at any time; otherwise the 14-day rung and tighter ones, once a day. */
function mayGoBySms({ identity, newlyCritical }: DueAlert, smsToday: boolean): boolean {
  return newlyCritical || (!smsToday && identity.rung !== 'once' && identity.rung <= FIRST_SMS_RUNG);
}
