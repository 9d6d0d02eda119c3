import type { Run } from './answers.ts';
import { element, say } from './elements.ts';
import type { Session } from './session.ts';

/** R5, R7. How many people a run has moved so far, or put back. Whoever hears the page is told by `say`, so that the count itself needs no live region. */
export function liveCount(session: Session, run: Run): readonly Node[] {
  const { all, done } = reached(run);
  return [
    element('p', { class: 'lead', id: 'reached' }, countText(session, run)),
    element('progress', { max: String(all), value: String(done), 'aria-labelledby': 'reached' }),
  ];
}

/** Brings the count up to an answer. Nothing is said again that has not changed, so that what was said of a request stays. */
export function advance(session: Session, run: Run): void {
  const text = countText(session, run);
  const shown = document.querySelector('#reached');
  if (shown?.textContent === text) return;
  shown?.replaceChildren(text);
  document.querySelector('progress')?.setAttribute('value', String(reached(run).done));
  say(text);
}

/** R5. A run that somebody has cancelled says so until it has ended: the people in hand are still finished. */
function countText({ texts }: Session, run: Run): string {
  const { all, done } = reached(run);
  if (run.status === 'undoing') return texts.progressBack(done, all);
  return run.cancelledBy === undefined ? texts.progress(done, all) : `${texts.progress(done, all)}. ${texts.offers.cancel.asked}`;
}

/** Back come those who had gone somewhere, or were about to; everybody else is where the undo wants them. */
function reached({ status, counts }: Run): { readonly all: number; readonly done: number } {
  const { pending = 0, reverted = 0, moved = 0, moving = 0, 'already-there': there = 0 } = counts;
  if (status === 'undoing') return { all: reverted + moved + moving + there, done: reverted };
  const all = Object.values(counts).reduce((sum, people) => sum + people, 0);
  return { all, done: all - pending };
}
