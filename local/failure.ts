/** Something the person at the keyboard can change: shown as its one sentence, without a stack. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}
