import type { ToldMatters } from '#domain/alerts/alert.ts';
import { decideAlerts, decideTooling, type Listening } from '#domain/alerts/decide-alerts.ts';
import type { AudienceDecision } from '#domain/alerts/decide-audience.ts';
import type { Situation } from '#domain/alerts/situation.ts';
import { addDays, type Day, dayOf } from '#domain/days/day.ts';
import { momentOf } from '#domain/days/instant.ts';
import { findingsOf } from '#domain/findings/find-all.ts';
import { idOf } from '#domain/ids.ts';
import type { TenantPicture } from '#domain/tenants/picture.ts';

const confirmed = { delivery: 'confirmed' } as const;

/** Anna, whose e-mail address is confirmed and who was told nothing yet. */
export function aListener(overrides: Partial<Omit<Listening, 'recipientId'>> & { readonly recipientId?: string } = {}): Listening {
  const { recipientId = 'anna', ...rest } = overrides;
  return { channels: { email: confirmed }, told: {}, escalation: false, mayAct: true, ...rest, recipientId: idOf.recipient(recipientId) };
}

export const byBoth: Listening['channels'] = { email: confirmed, sms: confirmed };

type When = { readonly morning?: boolean; readonly toolingTold?: ToldMatters };

/** What a check at the alert hour of a day knows. */
export function aSituation(picture: TenantPicture, day: string, { morning = true, toolingTold = {} }: When = {}): Situation {
  const today = dayOf(day);
  const { alertHour, timeZone } = picture.tenant;
  const now = momentOf({ day: today, hour: alertHour, timeZone });
  return { picture, findings: findingsOf({ picture, today }), today, now, morning, toolingTold };
}

/** What one check told: alerts as `kind subject rung`, solved matters as `solved kind subject`, per channel. */
type Heard = { readonly email: readonly string[]; readonly sms: readonly string[]; readonly heartbeat: boolean };

/** One recipient who is checked for again and again, and remembers what the last check wrote. */
export type Watch = {
  readonly check: (picture: TenantPicture, day: string, when?: { readonly morning: boolean }) => Heard;
  readonly told: () => Listening['told'];
  /** Changes the recipient, not what was told. */
  readonly change: (change: Partial<Pick<Listening, 'channels' | 'departments' | 'snoozed'>>) => void;
};

/** The decisions of many checks in a row, without a table: each starts from what the one before decided. */
export function aWatch(recipient: Listening = aListener()): Watch {
  let listener = recipient;
  let toolingTold: ToldMatters = {};
  return {
    check: (picture, day, { morning } = { morning: true }) => {
      const situation = aSituation(picture, day, { morning, toolingTold });
      const alreadyTold = new Set<string>();
      const [decision] = decideAlerts({ situation, recipients: [listener], alreadyTold });
      if (decision === undefined) throw new Error('One recipient, one decision.');
      toolingTold = decideTooling({ situation, alreadyTold }).told;
      const heard = { email: linesOf(decision.audiences, 'email'), sms: linesOf(decision.audiences, 'sms'), heartbeat: decision.heartbeat };
      const told = Object.fromEntries(decision.audiences.map(({ audience, told: after }) => [audience.channel, after]));
      listener = {
        ...listener,
        told: { ...listener.told, ...told },
        ...(heard.sms.length > 0 && { lastSmsOn: situation.today }),
        ...(heard.heartbeat && { lastHeartbeatOn: situation.today }),
      };
      return heard;
    },
    told: () => listener.told,
    change: (change) => {
      listener = { ...listener, ...change };
    },
  };
}

function linesOf(audiences: readonly AudienceDecision[], channel: string): readonly string[] {
  return audiences
    .filter(({ audience }) => audience.channel === channel)
    .flatMap(({ alerts, solved }) => [
      ...alerts.map(({ identity: { kind, subject, rung } }) => `${kind} ${subject} ${rung}`),
      ...solved.map(({ told: { kind, subject } }) => `solved ${kind} ${subject}`),
    ]);
}

/** Every day from one to another, both included. */
export function daysFrom(first: string, last: string): readonly Day[] {
  const days: Day[] = [];
  for (let day = dayOf(first); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
