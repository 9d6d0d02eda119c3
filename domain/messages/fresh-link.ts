import type { Language } from '../tenants/tenant.ts';
import { type Clean, cleanAboutSubscription } from './clean.ts';
import { fitSms } from './fit-sms.ts';
import { fitSubject } from './fit-subject.ts';
import type { Message, RenderedMessage } from './message.ts';
import { isolated, plainText } from './plain-text.ts';
import { DIGEST } from './texts/digest.ts';
import { FRESH_LINK } from './texts/fresh-link.ts';
import { RESULT } from './texts/result.ts';

type FreshLink = Extract<Message, { template: 'fresh-link' }>;
type Rendering = { readonly language: Language; readonly link: string };

const NAME_LENGTH = 80;

/** L2. A fresh link as an e-mail. */
export function freshLinkEmail(fresh: FreshLink, { language, link }: Rendering): RenderedMessage {
  const texts = FRESH_LINK[language];
  const clean = cleanAboutSubscription(fresh, (name, fallback) => isolated(plainText(name, { most: NAME_LENGTH, fallback })));
  const paragraphs = [
    [DIGEST[language].heading(clean.tenantName)],
    [texts.asked(namesOf(clean)), ...(clean.endsOn === undefined ? [] : [RESULT[language].endsOn(clean.endsOn)])],
    [DIGEST[language].beforeLink, link],
    [texts.notYou],
    [DIGEST[language].why(clean.tenantName, true)],
  ];
  const subject = fitSubject((most) =>
    texts.subject(namesOf(cleanAboutSubscription(fresh, (name, fallback) => plainText(name, { most, fallback })))),
  );
  return { subject, body: paragraphs.map((lines) => lines.join('\n')).join('\n\n') };
}

/** L2. The same as an SMS. */
export function freshLinkSms(fresh: FreshLink, { language, link }: Rendering): RenderedMessage {
  return { body: fitSms((clean: Clean) => FRESH_LINK[language].sms(namesOf(cleanAboutSubscription(fresh, clean))), link) };
}

function namesOf({ tenantName: tenant, subscription }: FreshLink) {
  return { tenant, subscription };
}
