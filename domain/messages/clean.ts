import type { Matter, Message, SolvedMatter } from './message.ts';

/** Makes a name fit for a channel; with nothing left of it, the fallback is taken. */
export type Clean = (name: string, fallback: string) => string;

type Named = { readonly name: string; readonly id: string };
type Digest = Extract<Message, { template: 'digest' }>;
type Result = Extract<Message, { template: 'reassignment-result' }>;
type AboutSubscription = Extract<Message, { template: 'fresh-link' | 'code' }>;
type PassedOn = Extract<Message, { template: 'passed-on' }>;

/** A3. Every text of a digest that people chose, made fit for the channel: names are hostile until then. */
export function cleanDigest(digest: Digest, clean: Clean): Digest {
  return {
    ...digest,
    tenantName: clean(digest.tenantName, 'Webex'),
    matters: digest.matters.map((matter) => cleanMatter(matter, clean)),
    solved: digest.solved.map((matter) => cleanSolved(matter, clean)),
  };
}

/** A3. The same for the result of a reassignment. */
export function cleanResult(result: Result, clean: Clean): Result {
  return {
    ...result,
    tenantName: clean(result.tenantName, 'Webex'),
    subscription: cleanNamed(result.subscription, clean),
    startedBy: clean(result.startedBy, '?'),
    ...(result.endedBy !== undefined && { endedBy: clean(result.endedBy, '?') }),
    seatsToBuy: result.seatsToBuy.slice(0, KINDS).map(({ kind, quantity }) => ({ kind: clean(kind, '?'), quantity })),
  };
}

/** A3. The same for a fresh link, and for a code. */
export function cleanAboutSubscription<About extends AboutSubscription>(message: About, clean: Clean): About {
  return { ...message, tenantName: clean(message.tenantName, 'Webex'), subscription: cleanNamed(message.subscription, clean) };
}

/** A3. The same for a link that was passed on. */
export function cleanPassedOn(passed: PassedOn, clean: Clean): PassedOn {
  return {
    ...passed,
    tenantName: clean(passed.tenantName, 'Webex'),
    subscription: cleanNamed(passed.subscription, clean),
    askedBy: clean(passed.askedBy, '?'),
    ...(passed.partner !== undefined && { partner: clean(passed.partner, '?') }),
  };
}

/** A subscription has a handful of kinds; one with hundreds must not fill the message. */
const KINDS = 10;

function cleanMatter(matter: Matter, clean: Clean): Matter {
  const { subscription, primary, telephony, moveOn, seats, kinds, primaryShown, partners, cliffs } = matter;
  return {
    ...matter,
    names: matter.names.map((name) => clean(name, '?')),
    ...(subscription && { subscription: cleanNamed(subscription, clean) }),
    ...(primary && { primary: cleanPrimary(primary, clean) }),
    ...(matter.recipient && { recipient: cleanNamed(matter.recipient, clean) }),
    ...(telephony && { telephony: { ...telephony, chosenBy: clean(telephony.chosenBy, '?') } }),
    ...(moveOn && { moveOn: { ...moveOn, name: clean(moveOn.name, '?') } }),
    ...(cliffs && {
      cliffs: cliffs.map((cliff) => ({ ...cliff, ...(cliff.paidBy !== undefined && { paidBy: clean(cliff.paidBy, '?') }) })),
    }),
    ...(kinds && { kinds: kinds.slice(0, KINDS).map((kind) => clean(kind, '?')) }),
    ...(primaryShown && { primaryShown: { shown: clean(primaryShown.shown, '?'), oldest: clean(primaryShown.oldest, '?') } }),
    ...(partners && { partners: partners.slice(0, KINDS).map((partner) => clean(partner, '?')) }),
    ...(seats && { seats: seats.slice(0, KINDS).map((seat) => ({ ...seat, kind: clean(seat.kind, '?') })) }),
  };
}

function cleanPrimary({ before, after }: Required<Matter>['primary'], clean: Clean): Required<Matter>['primary'] {
  return { before: clean(before, '?'), ...(after !== undefined && { after: clean(after, '?') }) };
}

function cleanSolved(matter: SolvedMatter, clean: Clean): SolvedMatter {
  const { subscription, recipient } = matter;
  return {
    ...matter,
    ...(subscription && { subscription: cleanNamed(subscription, clean) }),
    ...(recipient && { recipient: cleanNamed(recipient, clean) }),
  };
}

/** An id is letters, digits and a few signs by its shape; it is shortened like a name all the same. */
function cleanNamed({ name, id }: Named, clean: Clean): Named {
  return { name: clean(name, id), id: clean(id, '?') };
}
