/**
 * Stands in for the SDK's search for credentials in files, containers and on the instance, with the clients of the
 * services it would ask: Lambda gives credentials in the environment, and every client here is given those.
 */
export function defaultProvider(): () => Promise<never> {
  return async () => {
    throw new Error('A client of AWS was made without credentials: give it those of the environment.');
  };
}
