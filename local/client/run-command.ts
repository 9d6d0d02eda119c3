/**
 * Runs a command of the command line: what it answers is the exit code. What the person can change (a mistyped option, a missing
 * file, an API that does not answer) is thrown as an error of one sentence, which is printed; the exit code is 2 then.
 */
export function runCommand(command: () => Promise<number>): void {
  command().then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 2;
    },
  );
}
