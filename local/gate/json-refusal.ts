import type { GateAnswer } from './forward.ts';

type Refusal = { readonly status?: number; readonly type: string; readonly message: string } & Readonly<Record<string, unknown>>;

/** A refusal as the services that speak JSON write it; the type is the error's full name. */
export function jsonRefusal({ status = 400, type, ...fields }: Refusal): GateAnswer {
  const body = Buffer.from(JSON.stringify({ __type: type, ...fields }));
  return { status, headers: { 'content-type': 'application/x-amz-json-1.0' }, body };
}

/** What the front of every JSON service says by itself. */
export function coralType(name: string): string {
  return `com.amazon.coral.service#${name}`;
}
