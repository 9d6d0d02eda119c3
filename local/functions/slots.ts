/** A number of places: whoever finds none free waits in line. */
export type Slots = { readonly take: () => Promise<void>; readonly give: () => void };

export function slots(count: number): Slots {
  const waiting: (() => void)[] = [];
  let taken = 0;
  return {
    take: async () => {
      if (taken < count) taken += 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
    },
    give: () => {
      const next = waiting.shift();
      if (next === undefined) taken -= 1;
      else next();
    },
  };
}
