import type { GateAnswer } from './forward.ts';

const NAMESPACE = 'http://sns.amazonaws.com/doc/2010-03-31/';

/** A refusal as SNS writes it. */
export function snsRefusal(status: number, code: string, message: string): GateAnswer {
  const body = `<ErrorResponse xmlns="${NAMESPACE}"><Error><Type>Sender</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error></ErrorResponse>`;
  return { status, headers: { 'content-type': 'text/xml' }, body: Buffer.from(body) };
}

/** The text of the first element of that name; undefined when there is none. */
export function elementOf(xml: string, name: string): string | undefined {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return text === undefined ? undefined : unescapeXml(text);
}

/** The texts inside each `<member>`, in order. */
export function membersOf(xml: string): readonly string[] {
  return [...xml.matchAll(/<member>(.*?)<\/member>/gs)].map(([, inner = '']) => inner);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&apos;');
}

function unescapeXml(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}
