/** What Cisco calls the licences that give access, the same in both languages; an add-on is called by its kind. */
export function kindName(kind: string): string {
  if (kind === 'premium-agent') return 'Premium Agent';
  return kind === 'standard-agent' ? 'Standard Agent' : kind;
}
