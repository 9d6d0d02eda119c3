import type { LinkId } from '../ids.ts';
import type { Channel } from '../recipients/recipient.ts';
import type { Language } from '../tenants/tenant.ts';
import { codeEmail, codeSms } from './code.ts';
import { digestEmail } from './digest-email.ts';
import { digestSms } from './digest-sms.ts';
import { freshLinkEmail, freshLinkSms } from './fresh-link.ts';
import type { LinkUrls, Message, RenderedMessage } from './message.ts';
import { resultEmail, resultSms } from './result.ts';

type Rendering = {
  readonly language: Language;
  readonly channel: Channel;
  readonly linkUrls: LinkUrls;
  /** L9. Only a message of the template `code` has one. */
  readonly code?: string;
};

/**
 * A1, A3. A message in a recipient's language, fit for its channel. A matter whose link is not in `linkUrls` is told
 * without one. @throws Error for a fresh link or a code that is missing: then there is nothing to send.
 */
export function render(message: Message, { language, channel, linkUrls, code }: Rendering): RenderedMessage {
  switch (message.template) {
    case 'digest':
      return (channel === 'email' ? digestEmail : digestSms)(message, { language, linkUrls });
    case 'reassignment-result': {
      const link = message.linkId === undefined ? undefined : linkUrls.get(message.linkId);
      return (channel === 'email' ? resultEmail : resultSms)(message, { language, link });
    }
    case 'fresh-link': {
      const link = linkUrls.get(message.linkId);
      if (link === undefined) throw new Error(`The message for the fresh link ${message.linkId} was rendered without its link.`);
      return (channel === 'email' ? freshLinkEmail : freshLinkSms)(message, { language, link });
    }
    case 'code':
      if (code === undefined) throw new Error(`The message with a code for the link ${message.linkId} was rendered without its code.`);
      return (channel === 'email' ? codeEmail : codeSms)(message, { language, code });
  }
}

/** L1. The links a message carries, each once: for each of them a secret is born when it is rendered. */
export function linksOf(message: Message): readonly LinkId[] {
  if (message.template === 'code') return [];
  const links = message.template === 'digest' ? message.matters.map(({ linkId }) => linkId) : [message.linkId];
  return [...new Set(links.filter((linkId) => linkId !== undefined))];
}
