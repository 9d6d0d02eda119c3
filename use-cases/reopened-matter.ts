import type { Told } from '#domain/alerts/alert.ts';
import type { RecipientAudience } from '#domain/alerts/decide-alerts.ts';
import { dueAlert, toldOf } from '#domain/alerts/due-alert.ts';
import { uninhibited } from '#domain/alerts/inhibit.ts';
import { linkedSubscription } from '#domain/alerts/link-life.ts';
import { dayIn } from '#domain/days/instant.ts';
import { findingsOf } from '#domain/findings/find-all.ts';
import type { Run } from './read-run.ts';
import type { StoredRecipient } from './stored.ts';

/** R7. What an undo has made true again of the subscription that was left, and those who hear of it, as they are now. */
export type ReopenedMatter = {
  readonly recipients: readonly StoredRecipient[];
  /** What somebody knows who is told of it now; undefined while the matter is further away than the widest rung. */
  readonly toldTo: (audience: RecipientAudience) => Told | undefined;
};

/**
 * The worst that is found about the source after an undo. Its alert exists already (C5), so no check tells it again before the
 * next rung: the notice of the undo does, with a link to a new plan. Undefined when nobody is worse off by the undo.
 */
export async function reopenedMatter({ stores, run, ports }: Run): Promise<ReopenedMatter | undefined> {
  const snapshot = await stores.readSnapshot();
  if (snapshot === undefined) return undefined;
  const now = ports.clock.now();
  const today = dayIn(snapshot.tenant.timeZone, now);
  const findings = findingsOf({ picture: snapshot, today });
  const source = run.request.fromSubscriptionId;
  const finding = uninhibited(findings).find((each) => each.kind !== 'no-admin-left' && linkedSubscription(each, snapshot) === source);
  if (finding === undefined) return undefined;
  const situation = { picture: snapshot, findings, today, now, morning: true, toolingTold: snapshot.tenant.told };
  return {
    recipients: snapshot.recipients,
    toldTo: (audience) => {
      const due = dueAlert(finding, { situation, audience, told: {} });
      return due && toldOf(due, now);
    },
  };
}
