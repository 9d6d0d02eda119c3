import type { LinkId } from '../ids.ts';
import type { Channel } from '../recipients/recipient.ts';
import type { Language } from '../tenants/tenant.ts';
import { codeEmail, codeSms } from './code.ts';
import { digestEmail } from './digest-email.ts';
import { digestSms } from './digest-sms.ts';
import { freshLinkEmail, freshLinkSms } from './fresh-link.ts';
import type { LinkUrls, Message, RenderedMessage } from './message.ts';
import { passedOnEmail, passedOnSms } from './passed-on.ts';
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
      return { email: digestEmail, sms: digestSms }[channel](message, { language, linkUrls });
    case 'reassignment-result': {
      const link = message.linkId === undefined ? undefined : linkUrls.get(message.linkId);
      return { email: resultEmail, sms: resultSms }[channel](message, { language, link });
    }
    case 'passed-on':
      return { email: passedOnEmail, sms: passedOnSms }[channel](message, { language, link: linkUrls.get(message.linkId) });
    case 'fresh-link': {
      const link = linkUrls.get(message.linkId);
      if (link === undefined) throw new Error(`The message for the fresh link ${message.linkId} was rendered without its link.`);
      return { email: freshLinkEmail, sms: freshLinkSms }[channel](message, { language, link });
    }
    case 'code':
      if (code === undefined) throw new Error(`The message with a code for the link ${message.linkId} was rendered without its code.`);
      return { email: codeEmail, sms: codeSms }[channel](message, { language, code });
  }
}

/** L1. The links a message carries, each once: for each of them a secret is born when it is rendered. */
export function linksOf(message: Message): readonly LinkId[] {
  if (message.template === 'code') return [];
  const links = message.template === 'digest' ? message.matters.map(({ linkId }) => linkId) : [message.linkId];
  return [...new Set(links.filter((linkId) => linkId !== undefined))];
}
