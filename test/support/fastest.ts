/** The shortest of three times that some work took, in milliseconds, and what it came to: one slow run says nothing about the work. */
export function fastest<Answer>(work: () => Answer): readonly [milliseconds: number, answer: Answer] {
  let [shortest, answer] = timed(work);
  for (let again = 0; again < 2; again += 1) {
    const [milliseconds, repeated] = timed(work);
    if (milliseconds < shortest) [shortest, answer] = [milliseconds, repeated];
  }
  return [shortest, answer];
}

function timed<Answer>(work: () => Answer): readonly [milliseconds: number, answer: Answer] {
  const started = performance.now();
  const answer = work();
  return [performance.now() - started, answer];
}
