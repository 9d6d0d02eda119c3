import type { Problem } from './answers.ts';
import { ask } from './ask.ts';
import { button, element, say, show } from './elements.ts';
import { explain } from './problem-screen.ts';
import type { Session } from './session.ts';
import { dayText } from './texts.ts';

/** A6. "I know, remind me later": a reason and a day, the latest one possible to begin with. Without a reason nothing is sent (S3). */
export function snoozeForm(session: Session, latest: string): HTMLElement {
  const { texts } = session;
  const reason = element('input', { type: 'text', id: 'snooze-reason', maxlength: '500', autocomplete: 'off' });
  const until = element('input', { type: 'date', id: 'snooze-until', max: latest, value: latest });
  const act = async (): Promise<void> => {
    if (reason.value.trim() === '') return say(texts.snooze.sayWhy);
    await snooze(session, { reason: reason.value, ...(until.value !== '' && { until: until.value }) });
  };
  return element(
    'section',
    {},
    element('h2', {}, texts.snooze.title),
    element('p', {}, texts.snooze.means),
    element('p', {}, element('label', { for: 'snooze-reason' }, texts.snooze.reason), reason),
    element('p', {}, element('label', { for: 'snooze-until' }, texts.snooze.until), until),
    button(texts.snooze.act, act),
  );
}

async function snooze(session: Session, wish: { readonly reason: string; readonly until?: string }): Promise<void> {
  const { linkId, secret, texts, language } = session;
  const { status, body } = await ask<Problem & { readonly until: string }>('snooze', { linkId, secret, ...wish });
  if (status === 400) return say(texts.snooze.otherDay);
  if (status !== 200) return explain(session, { status, body });
  show(element('h1', {}, texts.snooze.done(dayText(body.until, language))));
}
