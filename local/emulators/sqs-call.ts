/** One call of the SQS emulator in its JSON protocol, as the poller needs it. @throws Error when it refuses. */
export async function sqsCall(endpoint: string, action: string, body: object, signal?: AbortSignal): Promise<unknown> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'x-amz-target': `AmazonSQS.${action}`, 'content-type': 'application/x-amz-json-1.0' },
    body: JSON.stringify(body),
    ...(signal === undefined ? {} : { signal }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`The queue emulator refused ${action}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}
