import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readControlHubExport } from '#adapters/csv/control-hub-export.ts';
import type { ImportFile } from '#domain/imports/import-input.ts';
import { anExport, EMAIL, premium, standard } from '#test/support/control-hub-export.ts';

const sample = (name: string) => readFileSync(new URL(`../../samples/${name}.csv`, import.meta.url), 'utf8');

function read(text: string): ImportFile {
  const outcome = readControlHubExport(text);
  if (!outcome.ok) throw new Error(`The export was refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

describe('the sample export', () => {
  const file = read(sample('control-hub-export'));

  it('has a contact-center column pair for each of three subscriptions, none suspended', () => {
    expect(file.columns).toEqual(['Sub1000101', 'Sub1000202', 'Sub1000303']);
    expect(file.suspended).toEqual([]);
  });

  it('names everybody once, with nothing rejected', () => {
    expect(file.rejected).toEqual([]);
    expect(file.named.size).toBe(140);
    expect(file.rows.map(({ row }) => row)).toEqual(Array.from({ length: 140 }, (_, index) => index + 2));
  });

  it('reads name, department and licences, quoted commas and accents included', () => {
    expect(file.rows[2]).toEqual({
      row: 4,
      personId: 'edsger.thompson.2@example.com',
      name: 'Edsger Thompson',
      email: 'edsger.thompson.2@example.com',
      department: 'Sales, EMEA',
      assignments: [{ subscriptionId: 'Sub1000202', kind: 'standard-agent' }],
    });
    expect(file.rows[5]).toMatchObject({ name: 'Šárka Allen', department: 'Back office' });
  });

  it('leaves other licences aside', () => {
    const kinds = new Set(file.rows.flatMap(({ assignments }) => assignments.map(({ kind }) => kind)));
    expect([...kinds].toSorted()).toEqual(['premium-agent', 'standard-agent']);
  });
});

describe('the sample export with a suspended subscription', () => {
  it('marks the subscription whose columns say (Suspended)', () => {
    const file = read(sample('control-hub-export-suspended'));
    expect(file.columns).toEqual(['Sub2000101', 'Sub2000202']);
    expect(file.suspended).toEqual(['Sub2000101']);
    expect(file.rows).toHaveLength(40);
  });
});

describe('an export', () => {
  it('may have its columns in any order, with stray spaces, unknown ones and any case', () => {
    const file = read(
      anExport(
        [` ${standard('Sub1')}  `, 'Shoe size', `  user id/email (required) `, 'DEPARTMENT '],
        [[' true ', '42', ' Ada@Acme.Example ', ' Sales ']],
      ),
    );
    expect(file.rows).toEqual([
      {
        row: 2,
        personId: 'ada@acme.example',
        name: 'Ada@Acme.Example',
        email: 'Ada@Acme.Example',
        department: 'Sales',
        assignments: [{ subscriptionId: 'Sub1', kind: 'standard-agent' }],
      },
    ]);
  });

  it('names people by display name, else by first and last name, else by address', () => {
    const file = read(
      anExport(
        ['First Name', 'Last Name', 'Display Name', EMAIL],
        [
          ['Ada', 'L', 'Ada!', 'a@x.example'],
          ['Ada', 'L', '', 'b@x.example'],
          ['', '', '', 'c@x.example'],
        ],
      ),
    );
    expect(file.rows.map(({ name }) => name)).toEqual(['Ada!', 'Ada L', 'c@x.example']);
  });

  it('keeps a row of somebody without a contact-center licence, as one that holds nothing', () => {
    const file = read(
      anExport(
        [EMAIL, premium('Sub1')],
        [
          ['a@x.example', 'FALSE'],
          ['b@x.example', ''],
        ],
      ),
    );
    expect(file.rows.map(({ assignments }) => assignments)).toEqual([[], []]);
  });

  it('may have no contact-center column at all', () => {
    expect(read(anExport([EMAIL], [['a@x.example']]))).toMatchObject({ columns: [], rejected: [] });
  });

  it('may end without a line break, have blank lines, and use LF alone', () => {
    const file = read(`${EMAIL},${premium('Sub1')}\n\na@x.example,TRUE\n,\n\nb@x.example,FALSE`);
    expect(file.rows.map(({ row, personId }) => [row, personId])).toEqual([
      [3, 'a@x.example'],
      [6, 'b@x.example'],
    ]);
    expect(file.rejected).toEqual([]);
  });

  it('may have a cell over several lines, and later rows keep their line numbers', () => {
    const file = read(
      anExport(
        [EMAIL, 'Title', premium('Sub1')],
        [
          ['a@x.example', '"one\r\ntwo, ""three"""', 'TRUE'],
          ['b@x.example', 'x', 'TRUE'],
        ],
      ),
    );
    expect(file.rows.map(({ row, personId }) => [row, personId])).toEqual([
      [2, 'a@x.example'],
      [4, 'b@x.example'],
    ]);
  });

  it.each([
    ['has neither header nor rows', ''],
    ['lacks the e-mail column', anExport(['Name', premium('Sub1')], [['Ada', 'TRUE']])],
    ['is separated by semicolons', `${EMAIL};${premium('Sub1')}\r\na@x.example;TRUE\r\n`],
  ])('that %s is refused as a whole, in one sentence', (_, text) => {
    const outcome = readControlHubExport(text);
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { reason: 'invalid-request', errors: [{ path: 'row 1', message: expect.stringContaining('User ID/Email') }] },
    });
  });

  it('with two columns for one kind and subscription is refused, since nobody can tell which one counts', () => {
    const outcome = readControlHubExport(
      anExport([EMAIL, premium('Sub1'), `${premium('Sub1')} (Suspended)`], [['a@x.example', 'TRUE', 'FALSE']]),
    );
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { errors: [{ message: expect.stringContaining('two columns for premium-agent of Sub1') }] },
    });
  });

  it('has a contact-center column without a subscription rejected, and the rest read', () => {
    const file = read(
      anExport(
        [EMAIL, 'Webex Contact Center Premium Agent', 'Webex Contact Center Standard Agent [a b]', standard('Sub1')],
        [['a@x.example', 'TRUE', 'TRUE', 'TRUE']],
      ),
    );
    expect(file.rejected.map(({ row, reason }) => [row, reason])).toEqual([
      [1, 'column-without-subscription'],
      [1, 'column-without-subscription'],
    ]);
    expect(file.rows[0]?.assignments).toEqual([{ subscriptionId: 'Sub1', kind: 'standard-agent' }]);
  });
});

describe('a broken row', () => {
  const header = [EMAIL, 'Title', premium('Sub1')];
  const good = ['good@x.example', '', 'TRUE'];

  it.each([
    ['no address', ['', 'x', 'TRUE'], 'invalid-email'],
    ['an address that is none', ['ada at acme', '', 'TRUE'], 'invalid-email'],
    ['an address that cannot be an id', ["o'neill@x.example", '', 'TRUE'], 'invalid-email'],
    ['an address that is too long', [`${'a'.repeat(120)}@x.example`, '', 'TRUE'], 'invalid-email'],
    ['something else than TRUE or FALSE', ['a@x.example', '', 'JA'], 'invalid-value'],
    ['too few cells', ['a@x.example', ''], 'wrong-number-of-cells'],
    ['too many cells', ['a@x.example', '', 'TRUE', ''], 'wrong-number-of-cells'],
    ['a quote that never closes', ['a@x.example', '"x', 'TRUE'], 'broken-quotes'],
    ['a quote inside a cell', ['a@x.example', 'x"y"z', 'TRUE'], 'broken-quotes'],
    ['text after a closing quote', ['a@x.example', '"x"y', 'TRUE'], 'broken-quotes'],
  ])('with %s is rejected with its line, and the rest goes in', (_, broken, reason) => {
    const file = read(anExport(header, [broken, good]));
    expect(file.rejected).toEqual([{ row: 2, reason, detail: expect.stringMatching(/\.$/) }]);
    expect(file.rows.map(({ personId }) => personId)).toEqual(['good@x.example']);
  });

  it('of somebody who stands in the file already names the first row', () => {
    const file = read(anExport(header, [good, ['Good@X.example', '', 'FALSE']]));
    expect(file.rejected).toEqual([{ row: 3, reason: 'duplicate-person', detail: 'The same person stands in row 2 already.' }]);
    expect(file.rows).toHaveLength(1);
  });

  it('still names its person, who is not absent', () => {
    expect(read(anExport(header, [['a@x.example', '', 'JA']])).named).toEqual(new Set(['a@x.example']));
  });

  it('does not repeat what stands in its cells', () => {
    const file = read(
      anExport(header, [
        ['secret stuff', '', 'TRUE'],
        ['a@x.example', '', 'secret stuff'],
      ]),
    );
    expect(JSON.stringify(file.rejected)).not.toContain('secret');
  });
});

describe('20,000 rows', () => {
  it('are read within a few seconds', () => {
    const columns = sample('control-hub-export').replace('\uFEFF', '').split('\r\n')[0] ?? '';
    const cells = (index: number) =>
      columns
        .split(',')
        .map((title, place) =>
          place === 3
            ? `agent.${index}@acme.example`
            : title.includes('Premium Agent [Sub1000101]')
              ? 'TRUE'
              : title === 'Department'
                ? '"Sales, EMEA"'
                : '',
        );
    const text = [columns, ...Array.from({ length: 20_000 }, (_, index) => cells(index).join(','))].join('\r\n');
    const before = performance.now();
    const file = read(text);
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(file.rows).toHaveLength(20_000);
    expect(file.rejected).toEqual([]);
  });
});
