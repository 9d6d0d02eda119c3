import type { Mode } from '../tenants/tenant.ts';
import type { FollowUp, Move } from './plan.ts';

/**
 * P7. What a person still has to do by hand when somebody moves: where Lapsewatch cannot act in Webex, import the file in
 * Control Hub (R1); synchronise users there; check that no auto-assign template still points at the ending subscription.
 */
export function followUpsOf({ moves, mode }: { readonly moves: readonly Move[]; readonly mode: Mode }): readonly FollowUp[] {
  if (moves.length === 0) return [];
  const byHand: readonly FollowUp[] = mode === 'control-hub' ? ['import-in-control-hub'] : [];
  return [...byHand, 'synchronize-users', 'check-auto-assign-templates'];
}
