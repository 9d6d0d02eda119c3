import type { Problem, Run } from './answers.ts';
import { ask } from './ask.ts';
import { button, element, list, say, show } from './elements.ts';
import { explain, showClosed } from './problem-screen.ts';
import { offers } from './run-offers.ts';
import type { Session } from './session.ts';
import { momentText } from './texts.ts';
import { tickedButton } from './ticked-button.ts';

const EVERY_MILLISECONDS = 1500;

/**
 * L6. Follows a run until it rests: one's own, or that of whoever was first. The reader is moved only when its state
 * changes. The state that it is about to leave is no rest.
 */
export async function followRun(session: Session, notice: string, leaving?: Run['status']): Promise<void> {
  let shown = leaving;
  for (;;) {
    const { linkId, secret } = session;
    const { status, body } = await ask<Run & Problem>('status', { linkId, secret });
    if (status === 410) return showClosed(session);
    if (status !== 200) return explain(session, { status, body });
    if (body.status !== shown) showRun(session, body, notice);
    else if (body.status === 'running') advance(session, body);
    shown = body.status;
    if (body.status !== leaving && isResting(body.status)) return;
    await new Promise((resolve) => setTimeout(resolve, EVERY_MILLISECONDS));
  }
}

function isResting(status: Run['status']): boolean {
  return status !== 'running' && status !== 'undoing';
}

function by(name: string | undefined, text: (name: string) => string): readonly Node[] {
  return name === undefined ? [] : [element('p', { class: 'soft' }, text(name))];
}

function advance(session: Session, run: Run): void {
  document.querySelector('progress')?.setAttribute('value', String(reached(run).done));
  document.querySelector('#reached')?.replaceChildren(progressText(session, run));
  say(progressText(session, run));
}

function showRun(session: Session, run: Run, notice: string): void {
  const { texts, language } = session;
  show(
    element('h1', {}, texts.statuses[run.status] ?? run.status),
    ...(run.status === 'running' ? progress(session, run) : outcomes(session, run)),
    element('p', { class: 'soft' }, texts.startedBy(run.startedBy, momentText(run.startedAt, language))),
    ...by(run.cancelledBy, texts.cancelledBy),
    ...by(run.undoneBy, texts.undoneBy),
    ...(isResting(run.status) && run.parts !== undefined ? [files(session, run)] : []),
    ...(run.undoneBy === undefined ? [element('section', {}, element('h2', {}, texts.followUps), ...list(texts.followUpItems))] : []),
    ...offers(session, run, (again) => followRun(session, again)),
  );
  say(run.status === 'running' ? notice : '');
}

/** The live count. Whoever hears the page is told by `say`, so that the count itself needs no live region. */
function progress(session: Session, run: Run): readonly Node[] {
  const { all, done } = reached(run);
  return [
    element('p', { class: 'lead', id: 'reached' }, progressText(session, run)),
    element('progress', { max: String(all), value: String(done), 'aria-labelledby': 'reached' }),
  ];
}

function outcomes(session: Session, { counts, undoneBy }: Run): readonly Node[] {
  const { moved = 0, 'already-there': there = 0, ...others } = counts;
  const told = undoneBy === undefined ? counts : others;
  const lines = Object.entries(told).filter(([, people]) => people > 0);
  const notBack = undoneBy === undefined || moved + there === 0 ? [] : [session.texts.notBack(moved + there)];
  const texts = lines.map(([outcome, people]) => session.texts.outcomes[outcome]?.(people) ?? `${people} ${outcome}`);
  return list([...texts, ...notBack], { class: 'lead plain' });
}

function progressText({ texts }: Session, run: Run): string {
  const { all, done } = reached(run);
  return texts.progress(done, all);
}

function reached({ counts }: Run): { readonly all: number; readonly done: number } {
  const all = Object.values(counts).reduce((sum, people) => sum + people, 0);
  return { all, done: all - (counts['pending'] ?? 0) };
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
  const { status, body } = await ask<string>('control-hub.csv', { linkId, secret, part });
  if (status !== 200) return explain(session, { status, body: {} });
  const url = URL.createObjectURL(new Blob([body], { type: 'text/csv' }));
  element('a', { href: url, download: `control-hub-${part}.csv` }).click();
  URL.revokeObjectURL(url);
}

async function confirmMoves(session: Session, { status: leaving }: Run): Promise<void> {
  const { linkId, secret, texts } = session;
  const { status, body } = await ask<Problem>('confirm', { linkId, secret });
  if (status !== 202) return explain(session, { status, body });
  say(texts.importedThanks);
  return followRun(session, '', leaving);
}
