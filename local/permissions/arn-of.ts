import { LOCAL_REGION } from '#local/template/world.ts';

/** The account that everything local is in: emulators know no other. */
export const LOCAL_ACCOUNT = '000000000000';

/** The ARN of something in this account and region. */
export function arnOf(service: string, rest: string): string {
  return `arn:aws:${service}:${LOCAL_REGION}:${LOCAL_ACCOUNT}:${rest}`;
}
