/** A small Control Hub user export: CRLF and a byte order mark, with the columns and rows that a test names. */
export function anExport(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${[columns, ...rows].map((cells) => cells.join(',')).join('\r\n')}\r\n`;
}

export const EMAIL = 'User ID/Email (Required)';
export const premium = (subscriptionId: string) => `Webex Contact Center Premium Agent [${subscriptionId}]`;
export const standard = (subscriptionId: string) => `Webex Contact Center Standard Agent [${subscriptionId}]`;
