/** What the local stack itself signs with, towards emulators and as the caller of the API. */
export const LOCAL_CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };
