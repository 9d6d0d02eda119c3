import type { Language } from '../tenants/tenant.ts';
import { type Clean, cleanPassedOn } from './clean.ts';
import { fitSms } from './fit-sms.ts';
import { fitSubject } from './fit-subject.ts';
import type { Message, RenderedMessage } from './message.ts';
import { isolated, plainText } from './plain-text.ts';
import { DIGEST } from './texts/digest.ts';
import { PASSED_ON } from './texts/passed-on.ts';
import { RESULT } from './texts/result.ts';

type PassedOn = Extract<Message, { template: 'passed-on' }>;
type Rendering = { readonly language: Language; readonly link: string | undefined };

const NAME_LENGTH = 80;

/** D23. Somebody who may not act asks an admin of the customer to: as an e-mail, with the admin's own link. */
export function passedOnEmail(passed: PassedOn, { language, link }: Rendering): RenderedMessage {
  const texts = PASSED_ON[language];
  const clean = cleanPassedOn(passed, (name, fallback) => isolated(plainText(name, { most: NAME_LENGTH, fallback })));
  const paragraphs = [
    [DIGEST[language].heading(clean.tenantName)],
    [
      texts.asked(namesOf(clean)),
      texts.people(clean.people),
      ...(clean.endsOn === undefined ? [] : [RESULT[language].endsOn(clean.endsOn)]),
    ],
    link === undefined ? [] : [DIGEST[language].beforeLink, link],
    [DIGEST[language].why(clean.tenantName, link !== undefined)],
  ];
  const subject = fitSubject((most) =>
    texts.subject(namesOf(cleanPassedOn(passed, (name, fallback) => plainText(name, { most, fallback })))),
  );
  return {
    subject,
    body: paragraphs
      .filter((lines) => lines.length > 0)
      .map((lines) => lines.join('\n'))
      .join('\n\n'),
  };
}

/** D23. The same as an SMS. */
export function passedOnSms(passed: PassedOn, { language, link }: Rendering): RenderedMessage {
  return { body: fitSms((clean: Clean) => PASSED_ON[language].sms(namesOf(cleanPassedOn(passed, clean))), link) };
}

function namesOf({ tenantName: tenant, subscription, askedBy, partner }: PassedOn) {
  return { tenant, subscription, askedBy, ...(partner !== undefined && { partner }) };
}
