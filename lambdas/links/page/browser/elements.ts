type Attributes = Readonly<Record<string, string>>;
type Child = Node | string;

/** One element with its attributes and children. Texts become text nodes, never markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A button that acts once a time: it is disabled until what it started has ended, and then has the focus again that it lost by that. */
export function button(label: string, act: () => Promise<void>, attributes: Attributes = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', () => {
    made.disabled = true;
    act().finally(() => {
      made.disabled = false;
      if (made.isConnected && document.activeElement === document.body) made.focus();
    });
  });
  return made;
}

/** Replaces what the page shows, and moves the reader to its heading. */
export function show(...children: readonly Child[]): void {
  const main = document.querySelector('main');
  if (main === null) return;
  main.replaceChildren(...children);
  const heading = main.querySelector('h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus();
  say('');
}

/** Says something to screen readers and at the foot of the page, without moving the reader. */
export function say(text: string): void {
  const status = document.querySelector('#status');
  if (status !== null) status.textContent = text;
}

/** A list of items; nothing when there is none. */
export function list(items: readonly Child[], attributes: Attributes = {}): readonly Node[] {
  return items.length === 0 ? [] : [element('ul', attributes, ...items.map((item) => element('li', {}, item)))];
}
