/** Counts what queues set off, from the start of the stack on. */
export type Tally = {
  readonly invoked: (invocation: { readonly failed: boolean }) => void;
  readonly read: () => { readonly invocations: number; readonly errors: number };
};

export function tally(): Tally {
  let invocations = 0;
  let errors = 0;
  return {
    invoked: ({ failed }) => {
      invocations += 1;
      errors += Number(failed);
    },
    read: () => ({ invocations, errors }),
  };
}
