import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChainLink, type KeptEntry, linkHashOf, linksBehind } from '#domain/audit/chain-link.ts';
import { anEntryOf, type Books, booksOf, hashing, proofOf } from '#test/support/chains.ts';

const DAYS = 30;
const LAST_DAY_OF_ALL = 399;
const whole = booksOf(DAYS);
/** A day of which the entry and the link are there, on the day they are looked at. */
const anyDay = fc.integer({ min: 0, max: DAYS - 1 });
/** Two of them, the later first. */
const twoDays = fc
  .integer({ min: 1, max: DAYS - 1 })
  .chain((later) => fc.tuple(fc.constant(later), fc.integer({ min: 0, max: later - 1 })));

const entryChanged = (books: Books, day: number, change: (entry: KeptEntry) => KeptEntry): Books => ({
  ...books,
  entries: books.entries.map((entry, at) => (at === day ? change(entry) : entry)),
});
const linkChanged = (books: Books, day: number, change: (link: ChainLink) => ChainLink): Books => ({
  ...books,
  links: books.links.map((link, at) => (at === day ? change(link) : link)),
});
const rehashed = (link: ChainLink): ChainLink => ({ ...link, hash: linkHashOf(link, hashing) });
const forged = (entry: KeptEntry): KeptEntry => ({ ...entry, content: { ...entry.content, who: 'mallory' } });

describe('U2 a chain', () => {
  const broken = (books: Books) => proofOf(books, DAYS).broken;

  it('shows an entry that was changed', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { entryId } = anEntryOf(day);
        expect(broken(entryChanged(whole, day, forged))).toEqual({ number: day + 1, entryId, reason: 'entry-changed' });
      }),
    );
  });

  it('shows an entry that was removed', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { entryId } = anEntryOf(day);
        const entries = whole.entries.filter((_, at) => at !== day);
        expect(broken({ ...whole, entries })).toEqual({ number: day + 1, entryId, reason: 'entry-missing' });
      }),
    );
  });

  it('shows an entry that was put in later, before the head', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: DAYS - 2 }), (day) => {
        const late = anEntryOf(day, 1);
        const entries = [...whole.entries, late].toSorted((left, right) => (left.entryId < right.entryId ? -1 : 1));
        expect(broken({ ...whole, entries })).toEqual({ number: day + 2, entryId: late.entryId, reason: 'not-in-chain' });
      }),
    );
  });

  it('shows two entries that changed places', () => {
    fc.assert(
      fc.property(twoDays, ([later, earlier]) => {
        const content = (day: number) => () => ({
          entryId: anEntryOf(day).entryId,
          content: anEntryOf(day === later ? earlier : later).content,
        });
        const swapped = entryChanged(entryChanged(whole, later, content(later)), earlier, content(earlier));
        expect(broken(swapped)).toMatchObject({ number: earlier + 1, reason: 'entry-changed' });
      }),
    );
  });

  it('shows a link that was removed, unless it is the head', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: DAYS - 2 }), fc.boolean(), (day, withEntry) => {
        const links = whole.links.filter((_, at) => at !== day);
        const entries = whole.entries.filter((_, at) => at !== day || !withEntry);
        expect(broken({ entries, links })).toMatchObject({ number: day + 1, reason: 'link-missing' });
      }),
    );
  });

  it('shows that its beginning was cut off before it expired', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: DAYS - 1 }), (day) => {
        const rest = { entries: whole.entries.slice(day), links: whole.links.slice(day) };
        expect(broken(rest)).toMatchObject({ number: day, reason: 'link-missing' });
        expect(proofOf(rest, LAST_DAY_OF_ALL + day).broken).toBeUndefined();
      }),
    );
  });

  it.each<readonly [string, (link: ChainLink) => ChainLink]>([
    ['number', (link) => ({ ...link, number: link.number + 1 })],
    ['entry', (link) => ({ ...link, entryId: anEntryOf(0, 7).entryId })],
    ['entry’s hash', (link) => ({ ...link, entryHash: hashing.digest('another') })],
    ['predecessor', (link) => ({ ...link, previous: { entryId: anEntryOf(0).entryId, hash: hashing.digest('another') } })],
    ['hash', (link) => ({ ...link, hash: hashing.digest('another') })],
  ])('shows that a link’s %s was changed', (_field, change) => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(broken(linkChanged(whole, day, change))).toMatchObject({ reason: 'hash-wrong' });
      }),
    );
  });

  it('shows an entry that was changed together with its link, by the link behind it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: DAYS - 2 }), (day) => {
        const entries = entryChanged(whole, day, forged).entries;
        const [entry] = entries.slice(day);
        const [link] = linksBehind(whole.links[day - 1], entry === undefined ? [] : [entry], hashing);
        const recomputed = linkChanged({ ...whole, entries }, day, (old) => link ?? old);
        expect(broken(recomputed)).toMatchObject({ number: day + 2, reason: 'hash-wrong' });
      }),
    );
  });

  it('shows two links that changed places', () => {
    fc.assert(
      fc.property(twoDays, ([later, earlier]) => {
        const at = (day: number) => whole.links[day];
        const swapped = whole.links.map((link, day) => (day === later ? at(earlier) : day === earlier ? at(later) : link));
        expect(broken({ ...whole, links: swapped.filter((link) => link !== undefined) })).toBeDefined();
      }),
    );
  });

  it('shows a link that does not come behind its predecessor', () => {
    const twice = linkChanged(whole, 1, (link) => rehashed({ ...link, entryId: anEntryOf(0).entryId }));
    expect(broken(twice)).toMatchObject({ number: 2, reason: 'out-of-order' });
    const again = { ...whole, links: whole.links.flatMap((link) => (link.number === 5 ? [link, link] : [link])) };
    expect(broken(again)).toMatchObject({ number: 5, reason: 'out-of-order' });
  });

  it('ends at the first break', () => {
    const twice = entryChanged(entryChanged(whole, 20, forged), 10, forged);
    expect(proofOf(twice, DAYS)).toMatchObject({ chained: 10, last: { number: 10 }, broken: { number: 11 } });
  });

  it('does not miss what has expired, but does not take it for changed either', () => {
    const longAfter = LAST_DAY_OF_ALL + DAYS;
    expect(proofOf({ entries: [], links: whole.links }, longAfter)).toMatchObject({ chained: 0, last: { number: DAYS } });
    expect(proofOf({ entries: [], links: [] }, longAfter)).toEqual({ chained: 0 });
  });
});
