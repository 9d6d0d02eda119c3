import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readControlHubExport } from '#adapters/csv/control-hub-export.ts';
import { controlHubImport } from '#adapters/csv/control-hub-import.ts';
import { email } from '#contract/fields.ts';
import { controlHubRows } from '#domain/reassignments/control-hub-rows.ts';
import { aPerson } from '#test/support/builders.ts';

const waiting = [
  aPerson({
    personId: 'ada',
    email: 'Ada@x.example',
    holds: { Sub1: 'premium-agent' },
    moving: { from: 'Sub1', to: 'Sub2', kind: 'premium-agent' },
  }),
  aPerson({ personId: 'bob', email: 'bob@x.example', holds: { Sub1: 'standard-agent' }, moving: { from: 'Sub1', to: 'Sub2' } }),
];

describe('the file for Control Hub', () => {
  it('is UTF-8 with a byte order mark and CRLF, as Control Hub writes its own', () => {
    const text = controlHubImport(controlHubRows(waiting));
    expect(text.startsWith('\uFEFFUser ID/Email (Required),')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('adds the new licence and takes the old one in one row, and says nothing of other licences', () => {
    const rows: string[][] = parse(controlHubImport(controlHubRows(waiting)), { bom: true });
    expect(rows).toEqual([
      [
        'User ID/Email (Required)',
        'Webex Contact Center Premium Agent [Sub1]',
        'Webex Contact Center Standard Agent [Sub1]',
        'Webex Contact Center Premium Agent [Sub2]',
        'Webex Contact Center Standard Agent [Sub2]',
      ],
      ['Ada@x.example', 'FALSE', '', 'TRUE', ''],
      ['bob@x.example', '', 'FALSE', '', 'TRUE'],
    ]);
  });

  it('has a header and no row when nobody is on the way', () => {
    expect(controlHubImport(controlHubRows([]))).toBe('\uFEFFUser ID/Email (Required)\r\n');
  });

  it('can be read back: it shows the move as done', () => {
    const file = readControlHubExport(controlHubImport(controlHubRows(waiting)));
    expect(file.ok && file.value.rows.map(({ assignments }) => assignments)).toEqual([
      [{ subscriptionId: 'Sub2', kind: 'premium-agent' }],
      [{ subscriptionId: 'Sub2', kind: 'standard-agent' }],
    ]);
  });

  it.each(['=cmd|calc@x.example', '@sum(a1)@x.example', '=1+1@x.example', '-2+3|a@x.example'])(
    'holds no address that a spreadsheet would run, such as %s',
    (address) => {
      expect(email.safeParse(address).success).toBe(false);
    },
  );
});
