import { describe, expect, it } from 'vitest';
import { instantOf } from '#domain/days/instant.ts';
import { idOf } from '#domain/ids.ts';
import type { Link } from '#domain/links/link.ts';
import { holdsSecret } from '#domain/links/secret.ts';

const hash = (digit: string) => digit.repeat(64);

const linkWith = (...secretHashes: readonly string[]): Link => ({
  linkId: idOf.link('link'),
  tenantId: idOf.tenant('acme'),
  recipientId: idOf.recipient('anna'),
  channel: 'email',
  subscriptionId: idOf.subscription('Sub1'),
  secretHashes,
  createdAt: instantOf(0),
  expiresAt: instantOf(1),
});

describe('L5 the secret of a link', () => {
  it('is any of those that were sent, since a message sent again has another', () => {
    const link = linkWith(hash('a'), hash('b'));
    expect([hash('a'), hash('b')].map((each) => holdsSecret(link, each))).toEqual([true, true]);
  });

  it.each([
    ['another secret', hash('c')],
    ['the beginning of a secret', 'a'.repeat(63)],
    ['a secret and more', 'a'.repeat(65)],
    ['nothing', ''],
  ])('is not %s', (_case, offered) => {
    expect(holdsSecret(linkWith(hash('a')), offered)).toBe(false);
  });

  it('is nothing at all while none was sent, and for a link that does not exist', () => {
    expect([holdsSecret(linkWith(), hash('0')), holdsSecret(undefined, hash('0'))]).toEqual([false, false]);
  });
});
