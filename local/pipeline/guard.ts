import type * as z from 'zod';
import { guardAnswer } from '#contract/guard.ts';
import type { Ask } from './ask.ts';
import type { Verdict } from './gate.ts';

type Answer = z.output<typeof guardAnswer>;
type Asked = {
  readonly tenant: string;
  /** A subscription as the API takes it, with its `subscriptionId`. */
  readonly planned: unknown;
  /** Whether a warning stops the pipeline, too. */
  readonly strict: boolean;
};

/**
 * D20, D21. Whether a planned subscription may be bought for a tenant: what stands against it, each with what to do about it, and
 * who would pay otherwise than without it. Nothing is written.
 * @throws Error when it was not answered.
 */
export async function guard(ask: Ask, { tenant, planned, strict }: Asked): Promise<Verdict> {
  const path = `/v1/tenants/${encodeURIComponent(tenant)}/subscription-checks`;
  const { allowed, findings, timeline } = guardAnswer.parse(await ask({ method: 'POST', path, json: planned }));
  const stopped = !allowed || (strict && findings.some(({ severity }) => severity === 'warning'));
  const said = findings.flatMap(({ severity, message, advice }) => [`${severity}: ${message}`, `  ${advice}`]);
  return { exitCode: stopped ? 1 : 0, lines: [...said, ...paymentLines(timeline), conclusion({ allowed, stopped })] };
}

function conclusion({ allowed, stopped }: { readonly allowed: boolean; readonly stopped: boolean }): string {
  if (!allowed) return 'Not allowed.';
  return stopped ? 'Allowed, but --strict takes no warnings.' : 'Allowed.';
}

/** What is paid for by the primary is said once. */
function paymentLines({ primary, liability }: Answer['timeline']): readonly string[] {
  const others = Object.entries(liability).filter(([, { after }]) => listed(after) !== listed(primary.after));
  const changed = [['primary', primary] as const, ...others].filter(([, { before, after }]) => listed(before) !== listed(after));
  if (changed.length === 0) return ['Nobody else pays than without it.'];
  return changed.flatMap(([name, { before, after }]) => [`${name}, without it: ${listed(before)}`, `${name}, with it: ${listed(after)}`]);
}

function listed(stretches: Answer['timeline']['primary']['before']): string {
  return stretches.map(({ from, to, subscriptionId = 'nobody' }) => `${subscriptionId} (${from} to ${to})`).join(', ');
}
