/** What has to be stopped, in the opposite order of its start; once, however often it is asked for. */
export type StopList = { readonly add: (stop: () => Promise<void>) => void; readonly run: () => Promise<void> };

export function stopList(): StopList {
  const stops: (() => Promise<void>)[] = [];
  let running: Promise<void> | undefined;
  const runAll = async (): Promise<void> => {
    for (let stop = stops.pop(); stop !== undefined; stop = stops.pop()) await stop();
  };
  return {
    add: (stop) => {
      stops.push(stop);
    },
    run: () => {
      running ??= runAll();
      return running;
    },
  };
}
