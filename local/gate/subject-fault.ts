/** What SNS refuses in a subject and the emulator does not: 100 characters and more, line breaks, control characters. */
export function subjectFault(subject: string | null): string | undefined {
  if (subject === null) return undefined;
  if (subject === '') return 'is empty';
  if (subject.length >= 100) return `has ${subject.length} characters; fewer than 100 are allowed`;
  return /\p{Cc}/u.test(subject) ? 'has a line break or control character' : undefined;
}
