/** A list was asked to go on from a cursor that no list gave: the caller's mistake, found where cursors are read. */
export class InvalidCursor extends Error {
  constructor(options?: ErrorOptions) {
    super('This cursor is not one that a list has given.', options);
    this.name = 'InvalidCursor';
  }
}
