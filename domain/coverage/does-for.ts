/** P3, D7. Whether holding one kind makes up for losing another: the same kind does, and premium does for standard. */
export function doesFor(held: string, lost: string): boolean {
  return held === lost || (lost === 'standard-agent' && held === 'premium-agent');
}
