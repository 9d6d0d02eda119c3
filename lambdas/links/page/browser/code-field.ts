import type { Problem } from './answers.ts';
import { button, element } from './elements.ts';
import type { Session } from './session.ts';
import { momentText, type Texts } from './texts.ts';

/** L9. Where the six digits are entered that came by the reader's other channel. It is empty until they are asked for. */
export type CodeField = {
  readonly place: HTMLElement;
  /** What was entered, without whatever is no digit; undefined while no code is asked for. */
  readonly entered: () => string | undefined;
  /** Asks for a code, and says what became of the last one. */
  readonly ask: (problem: Problem) => void;
};

/** How long the server waits before it sends another code. */
const PAUSE_MS = 60_000;

/** `carryOut` is what Enter does in the field, `askAgain` asks for another code. */
export function codeField(
  session: Session,
  { carryOut, askAgain }: { readonly carryOut: () => void; readonly askAgain: () => Promise<void> },
): CodeField {
  const { texts } = session;
  const place = element('div');
  const input = element('input', {
    ...{ type: 'text', id: 'code', class: 'code', inputmode: 'numeric', autocomplete: 'one-time-code' },
    ...{ maxlength: '12', 'aria-describedby': 'code-note' },
  });
  input.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') carryOut();
  });
  const ask = (problem: Problem): void => {
    const tone = problem.why === 'sent' ? 'good' : 'alarm';
    const note = element('p', { id: 'code-note', class: tone, role: 'alert' }, whatToDo(session, problem));
    const label = element('label', { for: 'code' }, texts.code.label);
    const again = problem.why === 'one-channel' ? [] : [resend(texts, { problem, askAgain })];
    const field = problem.triesLeft ? [element('p', {}, label, input)] : [];
    input.value = '';
    input.setAttribute('aria-invalid', String(problem.why === 'wrong'));
    place.replaceChildren(element('section', {}, element('h2', {}, texts.code.title), note, ...field, ...again));
    if (problem.triesLeft) input.focus();
  };
  return { place, ask, entered: () => (input.isConnected ? input.value.replace(/\D/g, '') : session.code) };
}

function whatToDo({ texts, language }: Session, { why, sentBy = 'sms', triesLeft = 0, until = '' }: Problem): string {
  const { code } = texts;
  if (why === 'wrong') return code.wrong(triesLeft);
  if (why === 'over') return code.over(sentBy);
  if (why === 'all-sent') return code.allSent(sentBy, momentText(until, language));
  if (why === 'tries-used-up') return code.usedUp(momentText(until, language));
  return why === 'one-channel' ? code.oneChannel : code.sent(sentBy);
}

type Resend = { readonly problem: Problem; readonly askAgain: () => Promise<void> };

/** Where a code was just sent, another one can be asked for after a minute. */
function resend({ code }: Texts, { problem: { why }, askAgain }: Resend): HTMLButtonElement {
  const again = button(code.again, askAgain);
  again.disabled = why === 'sent' || why === 'over';
  if (again.disabled) {
    setTimeout(() => {
      again.disabled = false;
    }, PAUSE_MS);
  }
  return again;
}
