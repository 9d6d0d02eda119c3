import { linkOperations } from '#contract/operations.ts';
import { idOf, type LinkId } from '#domain/ids.ts';
import { routerOf } from '#lambdas/http/router.ts';
import { linkPage } from '#lambdas/links/link-page.ts';
import { linkRoutes } from '#lambdas/links/link-routes.ts';
import { ACTOR, aRecipientWithLink, aTenantToMove, LINK, SECRET } from '#test/support/a-tenant-to-move.ts';
import { called } from '#test/support/call-handler.ts';
import { portsOn } from '#test/support/ports.ts';
import { ACME, type Bench, momentOf } from '#test/support/stores.ts';
import { carryOutReassignment } from '#use-cases/carry-out-reassignment.ts';
import { deleteRecipient } from '#use-cases/delete-recipient.ts';
import { executeLink } from '#use-cases/execute-link.ts';
import { putRecipient } from '#use-cases/put-recipient.ts';
import { reviewLink } from '#use-cases/review-link.ts';

/** Where a link stands, in the words of docs/security.md. */
export const STANDINGS = ['open', 'used', 'beside a run', 'out of time', 'removed'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What a link's holder may ask for, by route. */
export const ROUTES = [
  'review',
  'execute',
  'renewed',
  'status',
  'control-hub.csv',
  'confirm',
  'cancel',
  'resume',
  'undo',
  'pass-on',
  'snooze',
] as const;
export type Route = (typeof ROUTES)[number];

const CONFIRMED = { confirm: true };
/** What is sent beside the link's own two fields. */
const BODIES: Readonly<Record<Route, object>> = {
  review: {},
  execute: { bestFit: true, planHash: '0'.repeat(64), ...CONFIRMED },
  renewed: { expiresOn: '2028-01-01', ...CONFIRMED },
  status: {},
  'control-hub.csv': {},
  confirm: {},
  cancel: CONFIRMED,
  resume: CONFIRMED,
  undo: CONFIRMED,
  'pass-on': {},
  snooze: { reason: 'The order is out' },
};

const ANOTHER = idOf.link('b'.repeat(22));
const plain = { acceptOverage: false, acceptUpgrade: false };

type Asked = { readonly standing: Standing; readonly route: Route };
/** The statuses that a route answers a link whose recipient may only see, and then the same link when the recipient may act. */
type Statuses = { readonly seeing: number | undefined; readonly acting: number | undefined };

/** Asks for something through a link in that standing, in a tenant whose people Control Hub moves. */
export async function statusesOf(bench: Bench, { standing, route }: Asked): Promise<Statuses> {
  const { ports, setNow } = portsOn(bench);
  await aTenantToMove(ports, { mode: 'control-hub' });
  await aRecipientWithLink({ ports, bench });
  await aRecipientWithLink({ ports, bench, recipientId: 'ben', linkId: ANOTHER });
  if (standing !== 'open') await useLink(ports);
  const [linkId, who] = standing === 'beside a run' || standing === 'out of time' ? ([ANOTHER, 'ben'] as const) : ([LINK, 'anna'] as const);
  if (standing === 'out of time') setNow(momentOf('2027-01-02T07:00:00Z'));
  if (standing === 'removed') {
    await deleteRecipient(ports, { actor: ACTOR, tenantId: ACME, recipientId: idOf.recipient(who), ifMatch: undefined });
    const status = await post(ports, { linkId, route });
    return { seeing: status, acting: status };
  }
  await settleRight(ports, { who, mayAct: false });
  const seeing = await post(ports, { linkId, route });
  await settleRight(ports, { who, mayAct: true });
  return { seeing, acting: await post(ports, { linkId, route }) };
}

type TestPorts = ReturnType<typeof portsOn>['ports'];

/** Anna carries the best fit out, and the run waits for Control Hub. */
async function useLink(ports: TestPorts): Promise<void> {
  const key = { linkId: LINK, secret: SECRET, ...plain };
  const shown = await reviewLink(ports, key);
  const started = shown.ok ? await executeLink(ports, { ...key, planHash: shown.value.bestFit.planHash }) : shown;
  if (!started.ok) throw new Error(`The link was not used: ${started.refusal.reason}.`);
  await carryOutReassignment(ports, { tenantId: ACME, reassignmentId: started.value.reassignmentId }, () => true);
}

/** L5. The right to act as it is at the moment of the request. */
async function settleRight(ports: TestPorts, { who, mayAct }: { readonly who: string; readonly mayAct: boolean }): Promise<void> {
  const recipient = {
    recipientId: idOf.recipient(who),
    name: who,
    language: 'en',
    email: `${who}@acme.example`,
    mayAct,
    escalation: false,
  } as const;
  const put = await putRecipient(ports, { actor: ACTOR, tenantId: ACME, recipient, ifMatch: undefined });
  if (!put.ok) throw new Error(put.refusal.reason);
}

async function post(ports: TestPorts, { linkId, route }: { readonly linkId: LinkId; readonly route: Route }): Promise<number | undefined> {
  const page = linkPage(JSON.stringify({ html: '', csp: '' }));
  const handler = routerOf(linkOperations, linkRoutes(ports, page));
  const body = JSON.stringify({ linkId, secret: SECRET, ...BODIES[route] });
  return (await called(handler, { method: 'POST', path: `/links/${route}`, body })).statusCode;
}
