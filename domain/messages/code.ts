import type { Language } from '../tenants/tenant.ts';
import { type Clean, cleanAboutSubscription } from './clean.ts';
import { fitOnePart } from './fit-sms.ts';
import { fitSubject } from './fit-subject.ts';
import type { Message, RenderedMessage } from './message.ts';
import { isolated, plainText } from './plain-text.ts';
import { CODE } from './texts/code.ts';
import { DIGEST } from './texts/digest.ts';

type CodeMessage = Extract<Message, { template: 'code' }>;
type Rendering = { readonly language: Language; readonly code: string };

const NAME_LENGTH = 80;

/** L9. A code as an e-mail. Its subject does not have it. */
export function codeEmail(message: CodeMessage, { language, code }: Rendering): RenderedMessage {
  const texts = CODE[language];
  const clean = cleanAboutSubscription(message, (name, fallback) => isolated(plainText(name, { most: NAME_LENGTH, fallback })));
  const paragraphs = [
    [DIGEST[language].heading(clean.tenantName)],
    [texts.asked(namesOf(clean))],
    [texts.beforeCode, code],
    [texts.keepIt],
    [texts.notYou],
    [DIGEST[language].why(clean.tenantName, false)],
  ];
  const subject = fitSubject((most) =>
    texts.subject(namesOf(cleanAboutSubscription(message, (name, fallback) => plainText(name, { most, fallback })))),
  );
  return { subject, body: paragraphs.map((lines) => lines.join('\n')).join('\n\n') };
}

/** L9. The same as an SMS of one part, with the code first: that is what a locked screen shows, and what telephones offer to fill in. */
export function codeSms(message: CodeMessage, { language, code }: Rendering): RenderedMessage {
  return { body: fitOnePart((clean: Clean) => `${code} ${CODE[language].sms(namesOf(cleanAboutSubscription(message, clean)))}`) };
}

function namesOf({ tenantName: tenant, subscription }: CodeMessage) {
  return { tenant, subscription };
}
