import type { Instant } from '#domain/days/instant.ts';
import type { InboxItem } from './inbox.ts';

type Page = { readonly items: readonly InboxItem[]; readonly now: Instant };

/** The inbox for a browser: each message as it would have arrived, newest first, with links that work. No script. */
export function inboxPage({ items, now }: Page): string {
  const count = items.length === 1 ? '1 message' : `${items.length} messages`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Inbox (${items.length}) · Lapsewatch on this computer</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>Inbox</h1>
<p>What Lapsewatch would have sent: ${count}, newest first. Its clock says <time datetime="${now}">${moment(now)}</time>.</p>
<nav aria-label="Actions">
<form method="post" action="/_local/tick"><button>Check now</button></form>
${[1, 7, 30].map(advanceButton).join('\n')}
<form method="get" action="/_local/inbox"><button>Refresh</button></form>
</nav>
</header>
<main>
${items.length === 0 ? '<p>Nothing has been sent yet.</p>' : items.toReversed().map(message).join('\n')}
</main>
</body>
</html>
`;
}

function advanceButton(days: number): string {
  const label = days === 1 ? 'Clock + 1 day' : `Clock + ${days} days`;
  return `<form method="post" action="/_local/clock"><input type="hidden" name="advanceDays" value="${days}"><button>${label}</button></form>`;
}

function message(item: InboxItem, index: number): string {
  const kind = item.channel === 'email' ? 'E-mail' : 'SMS';
  const title = item.subject ?? `SMS to ${item.recipient}`;
  return `<article aria-labelledby="message-${index}">
<h2 id="message-${index}">${escapeHtml(title)}</h2>
<p class="meta"><span class="kind">${kind}</span> to <strong>${escapeHtml(item.recipient)}</strong>${item.tenant === undefined ? '' : ` of ${escapeHtml(item.tenant)}`}, ${escapeHtml(item.address)}, <time datetime="${escapeHtml(item.at)}">${moment(item.at)}</time></p>
<div class="body">${linked(item.body)}</div>
</article>`;
}

/** The text with its web addresses as links; everything else is shown as it is, markup included. */
function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])/)
    .map((part, index) => (index % 2 === 1 ? `<a href="${escapeHtml(part)}">${escapeHtml(part)}</a>` : escapeHtml(part)))
    .join('');
}

function moment(instant: string): string {
  return escapeHtml(`${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`);
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --dim: #505a66; --paper: #f4f5f7; --card: #fff; --line: #d5d9df; --link: #0b57b0; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8eaed; --dim: #a9b2bd; --paper: #14171a; --card: #1d2125; --line: #3a4148; --link: #8ab8ff; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 50rem; padding: 1rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.6rem; }
h2 { margin: 0; font-size: 1.1rem; overflow-wrap: anywhere; }
nav { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1rem 0; }
button { min-height: 2.75rem; padding: .4rem .9rem; border: 1px solid var(--dim); border-radius: .4rem; background: var(--card); color: var(--ink); font: inherit; cursor: pointer; }
article { margin: 0 0 1rem; padding: 1rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); }
.meta { margin: .25rem 0 .75rem; color: var(--dim); font-size: .9rem; overflow-wrap: anywhere; }
.meta strong { color: var(--ink); }
.kind { padding: 0 .4rem; border: 1px solid var(--line); border-radius: .25rem; }
.body { white-space: pre-wrap; overflow-wrap: anywhere; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
`;
