import type { HttpAnswer } from '#local/edge/http-answer.ts';

/** What a control route answers: data, or in one sentence why not. */
export function jsonAnswer(status: number, value: unknown): HttpAnswer {
  return { status, headers: { 'content-type': 'application/json', ...NOT_KEPT }, body: Buffer.from(`${JSON.stringify(value, null, 2)}\n`) };
}

export function controlError(status: number, message: string): HttpAnswer {
  return jsonAnswer(status, { message });
}

/** A page that runs no script and loads nothing. */
export function pageAnswer(html: string): HttpAnswer {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'referrer-policy': 'same-origin',
      ...NOT_KEPT,
    },
    body: Buffer.from(html),
  };
}

export function linesAnswer(lines: readonly string[]): HttpAnswer {
  const body = Buffer.from(lines.map((line) => `${line}\n`).join(''));
  return { status: 200, headers: { 'content-type': 'application/x-ndjson', ...NOT_KEPT }, body };
}

/** Back to the inbox: where a button on its page leads. */
export function backToInbox(): HttpAnswer {
  return { status: 303, headers: { location: '/_local/inbox', ...NOT_KEPT }, body: Buffer.alloc(0) };
}

const NOT_KEPT = { 'cache-control': 'no-store' };
