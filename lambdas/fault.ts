/** The kinds of fault from the outermost to its cause, and where it was thrown: no message, no data. */
export function faultOf(error: unknown): { readonly kinds: readonly string[]; readonly at: string | undefined } {
  const kinds: string[] = [];
  for (let each = error; each instanceof Error; each = each.cause) kinds.push(each.name);
  const at =
    error instanceof Error
      ? error.stack
          ?.split('\n')
          .find((line) => line.trim().startsWith('at '))
          ?.trim()
      : undefined;
  return { kinds, at };
}
