import { idOf } from '../ids.ts';
import { noticeDeadlineOf } from '../subscriptions/notice-deadline.ts';
import { subscriptionOf } from '../tenants/picture.ts';
import type { Told } from './alert.ts';
import type { Situation } from './situation.ts';
import { isSameMatter } from './succession.ts';

type Now = Pick<Situation, 'picture' | 'today' | 'findings'>;

/**
 * C6. A matter that time has ended by itself: nothing was solved, so nobody is told so, and it is forgotten. A notice deadline (D6)
 * that has come and gone, unless the subscription was cancelled or another end was entered; and licences that were lost with an
 * end (D7), where people are without any access by now: that is told, and they are not helped.
 */
export function hasPassed(told: Told, { picture, today, findings }: Now): boolean {
  if (told.on >= today) return false;
  if (told.kind === 'reduced')
    return !findings.some((each) => isSameMatter(told, each)) && findings.some(({ kind }) => kind === 'stranded');
  const subscription = subscriptionOf(picture, idOf.subscription(told.subject));
  return told.kind === 'notice-deadline' && subscription !== undefined && noticeDeadlineOf(subscription) === told.on;
}
