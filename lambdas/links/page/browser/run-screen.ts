import type { Problem, Run } from './answers.ts';
import { ask } from './ask.ts';
import { button, element, list, say, show } from './elements.ts';
import { advance, liveCount } from './live-count.ts';
import { explain } from './problem-screen.ts';
import { offers } from './run-offers.ts';
import type { Session } from './session.ts';
import { momentText } from './texts.ts';
import { tickedButton } from './ticked-button.ts';

const EVERY_MILLISECONDS = 1500;

/**
 * L6. Follows a run until it rests: one's own, or that of whoever was first. The reader is moved only when its state changes,
 * and at its rest. `confirmed` is the state in which somebody's word was taken that Control Hub has done it (R1): what stopped
 * or was cancelled stays that, so it rests again when nobody waits any more.
 */
export async function followRun(session: Session, notice: string, confirmed?: Run['status']): Promise<void> {
  let settling = confirmed;
  for (let shown = confirmed; ; ) {
    const { linkId, secret } = session;
    const { status, body } = await ask<Run & Problem>('status', { linkId, secret });
    if (status !== 200) return explain(session, { status, body });
    if (body.status !== settling || body.parts === undefined) settling = undefined;
    const rests = settling === undefined && isResting(body);
    if (body.status !== shown || rests) showRun(session, body, notice);
    else if (isCounted(body)) advance(session, body);
    if (rests) return;
    shown = body.status;
    await new Promise((resolve) => setTimeout(resolve, EVERY_MILLISECONDS));
  }
}

/** Whether nothing changes any more until somebody acts. A run that waits for Control Hub, and for nobody, is about to end. */
function isResting(run: Run): boolean {
  return !isCounted(run) && (run.status !== 'awaiting-control-hub' || run.parts !== undefined);
}

function isCounted({ status }: Run): boolean {
  return status === 'running' || status === 'undoing';
}

function by(name: string | undefined, text: (name: string) => string): readonly Node[] {
  return name === undefined ? [] : [element('p', { class: 'soft' }, text(name))];
}

function showRun(session: Session, run: Run, notice: string): void {
  const { texts, language } = session;
  show(
    element('h1', {}, texts.statuses[run.status] ?? run.status),
    ...(isCounted(run) ? liveCount(session, run) : outcomes(session, run)),
    element('p', { class: 'soft' }, texts.startedBy(run.startedBy, momentText(run.startedAt, language))),
    ...by(run.cancelledBy, texts.cancelledBy),
    ...by(run.undoneBy, texts.undoneBy),
    ...(!isCounted(run) && run.parts !== undefined ? [files(session, run)] : []),
    ...(run.undoneBy === undefined ? [element('section', {}, element('h2', {}, texts.followUps), ...list(texts.followUpItems))] : []),
    ...offers(session, run, (again) => followRun(session, again)),
  );
  say(isCounted(run) ? notice : '');
}

function outcomes(session: Session, { counts, undoneBy }: Run): readonly Node[] {
  const { moved = 0, 'already-there': there = 0, ...others } = counts;
  const told = undoneBy === undefined ? counts : others;
  const lines = Object.entries(told).filter(([, people]) => people > 0);
  const notBack = undoneBy === undefined || moved + there === 0 ? [] : [session.texts.notBack(moved + there)];
  const texts = lines.map(([outcome, people]) => session.texts.outcomes[outcome]?.(people) ?? `${people} ${outcome}`);
  return list([...texts, ...notBack], { class: 'lead plain' });
}

/** R1. The files for Control Hub, and the word that they were imported. */
function files(session: Session, run: Run): HTMLElement {
  const { texts } = session;
  const parts = Array.from({ length: run.parts ?? 1 }, (_, index) => index + 1);
  const downloads = parts.map((part) => button(texts.download(part, parts.length), () => download(session, part), { class: 'main' }));
  const imported = tickedButton({ id: 'imported', tick: texts.importedAll, label: texts.imported, act: () => confirmMoves(session, run) });
  const explained = element('p', {}, run.undoneBy === undefined ? texts.controlHub : texts.controlHubBack);
  return element('section', {}, explained, ...downloads, ...imported);
}

async function download(session: Session, part: number): Promise<void> {
  const { linkId, secret } = session;
  const { status, body } = await ask<string | Problem>('control-hub.csv', { linkId, secret, part });
  if (status !== 200 || typeof body !== 'string') return explain(session, { status, body: typeof body === 'string' ? {} : body });
  const url = URL.createObjectURL(new Blob([body], { type: 'text/csv' }));
  element('a', { href: url, download: `control-hub-${part}.csv` }).click();
  URL.revokeObjectURL(url);
}

async function confirmMoves(session: Session, { status: confirmed }: Run): Promise<void> {
  const { linkId, secret, texts } = session;
  const { status, body } = await ask<Problem>('confirm', { linkId, secret });
  if (status !== 202) return explain(session, { status, body });
  say(texts.importedThanks);
  return followRun(session, '', confirmed);
}
