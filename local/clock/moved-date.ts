/**
 * Puts a `Date` in place that is ahead of the computer's by the offset, before a bundle is loaded: so the product needs no
 * hook to be moved in time. Timers and `performance` keep the real time.
 */
export function installMovedDate(offset: SharedArrayBuffer): void {
  const cell = new BigInt64Array(offset);
  const RealDate = Date;
  const now = (): number => RealDate.now() + Number(Atomics.load(cell, 0));
  const moved = new Proxy(RealDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, property, receiver) => (property === 'now' ? now : Reflect.get(target, property, receiver)),
  });
  Object.defineProperty(RealDate.prototype, 'constructor', { value: moved, configurable: true, writable: true });
  globalThis.Date = moved;
}
