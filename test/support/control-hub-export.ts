/** A small Control Hub user export: CRLF and a byte order mark, with the columns and rows that a test names. */
export function anExport(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${[columns, ...rows].map((cells) => cells.join(',')).join('\r\n')}\r\n`;
}

export const EMAIL = 'User ID/Email (Required)';
export const premium = (subscriptionId: string) => `Webex Contact Center Premium Agent [${subscriptionId}]`;
export const standard = (subscriptionId: string) => `Webex Contact Center Standard Agent [${subscriptionId}]`;

/**
 * What Control Hub exports once it has carried a file out: whoever held a licence of the first of an export's two subscriptions
 * holds the second one's. Their columns are the first four of the last six.
 */
export function exportAfterMoves(text: string): string {
  const [header = '', ...rows] = text.split('\n');
  const moved = rows.map((row) => {
    const [premiumOld, standardOld, premiumNew, standardNew, ...others] = row.split(',').slice(-6);
    const either = (left: string | undefined, right: string | undefined) => (left === 'TRUE' || right === 'TRUE' ? 'TRUE' : 'FALSE');
    const cells = ['FALSE', 'FALSE', either(premiumOld, premiumNew), either(standardOld, standardNew), ...others];
    return row === '' ? row : [...row.split(',').slice(0, -6), ...cells].join(',');
  });
  return [header, ...moved].join('\n');
}
