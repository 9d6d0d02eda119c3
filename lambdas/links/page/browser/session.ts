import type { Language } from './answers.ts';
import { browserLanguage, type Spoken, textsIn } from './texts.ts';

/** What the page knows while it is open: the link, and in which language it speaks. Nothing of it is stored. */
export type Session = Spoken & {
  readonly linkId: string;
  readonly secret: string;
  /** L9. A code that was taken, for when the plan has to be confirmed anew. */
  readonly code?: string;
};

/** L2. The secret leaves the address bar before anything else happens, so that it is in no history and no screenshot. */
export function openSession(): Session {
  const secret = location.hash.slice(1);
  const linkId = location.pathname.split('/').at(-1) ?? '';
  if (secret !== '') history.replaceState(null, '', location.pathname);
  return speaking({ linkId, secret }, browserLanguage());
}

/** The same link in another language: the recipient's own, once it is known. */
export function speaking(link: Pick<Session, 'linkId' | 'secret' | 'code'>, language: Language): Session {
  document.documentElement.lang = language;
  const texts = textsIn(language);
  document.title = `Lapsewatch: ${texts.title}`;
  return { ...link, language, texts };
}
