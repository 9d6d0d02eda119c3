/** Takes an item into a slice, or answers false when it has no room for it. */
export type Take<Item> = (item: Item) => boolean;

/** Items in order, cut into slices that each take what they have room for; an item that no slice has room for is one alone. */
export function slicesOf<Item>(items: readonly Item[], openSlice: () => Take<Item>): readonly (readonly Item[])[] {
  const slices: Item[][] = [];
  let open: { readonly slice: Item[]; readonly take: Take<Item> } | undefined;
  for (const item of items) {
    if (open?.take(item)) {
      open.slice.push(item);
      continue;
    }
    open = { slice: [item], take: openSlice() };
    open.take(item);
    slices.push(open.slice);
  }
  return slices;
}

/** At most so many items, of at most so many characters of JSON together. */
export function atMost<Item>({ items: most, characters: room }: { readonly items: number; readonly characters: number }): () => Take<Item> {
  return () => {
    let items = 0;
    let characters = 0;
    return (item) => {
      items += 1;
      characters += JSON.stringify(item).length;
      return items <= most && characters <= room;
    };
  };
}
