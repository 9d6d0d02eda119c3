import { button, element } from './elements.ts';

type Ticked = { readonly id: string; readonly tick: string; readonly label: string; readonly act: () => Promise<void> };

/** A button behind a tick. Nothing is ticked, so that a machine that presses every button does nothing (S3). */
export function tickedButton({ id, tick, label, act }: Ticked): readonly Node[] {
  const made = button(label, act);
  made.disabled = true;
  const box = element('input', { type: 'checkbox', id });
  box.addEventListener('change', () => {
    made.disabled = !box.checked;
  });
  return [element('div', { class: 'choice' }, box, element('label', { for: id }, tick)), made];
}
