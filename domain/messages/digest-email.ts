import type { Language } from '../tenants/tenant.ts';
import { cleanDigest } from './clean.ts';
import { describeMatter } from './describe-matter.ts';
import { fitSubject } from './fit-subject.ts';
import type { LinkUrls, Matter, Message, RenderedMessage } from './message.ts';
import { isolated, plainText } from './plain-text.ts';
import { DIGEST } from './texts/digest.ts';
import { HEADLINES } from './texts/headlines.ts';
import { SOLVED } from './texts/solved.ts';
import { WORDS } from './texts/words.ts';

type Digest = Extract<Message, { template: 'digest' }>;

/** C3. No message holds more matters: the excess is a count, and so is what is solved beyond it. */
const MOST_MATTERS = 30;
const MOST_NAMES = 10;
const NAME_LENGTH = 80;
const RULE = '-'.repeat(40);

/** A1, A3. A digest as an e-mail in plain text; far below the 256 KB that SNS takes, because everything in it is bounded. */
export function digestEmail(
  digest: Digest,
  { language, linkUrls }: { readonly language: Language; readonly linkUrls: LinkUrls },
): RenderedMessage {
  const { tenantName, today, matters, more, solved, heartbeat } = cleanDigest(digest, (name, fallback) =>
    isolated(plainText(name, { most: NAME_LENGTH, fallback })),
  );
  const texts = DIGEST[language];
  const shown = matters.slice(0, MOST_MATTERS);
  const further = more + matters.length - shown.length;
  const firstLinked = shown.findIndex((matter) => urlOf(matter, linkUrls) !== undefined);
  const sections = [
    ...shown.map((matter, place) =>
      matterSection(matter, language, linkOf({ matter, linkUrls, language, explained: place !== firstLinked })),
    ),
    ...(further === 0 ? [] : [texts.furtherMatters(further)]),
    ...solvedSection(solved, language),
    [texts.why(tenantName, firstLinked >= 0), ...heartbeatLines(heartbeat, language)].join('\n'),
  ];
  return { subject: digestSubject(digest, language), body: [texts.heading(tenantName, today), ...sections].join(`\n\n${RULE}\n\n`) };
}

function urlOf({ linkId }: Matter, linkUrls: LinkUrls): string | undefined {
  return linkId === undefined ? undefined : linkUrls.get(linkId);
}

type Linked = { readonly matter: Matter; readonly linkUrls: LinkUrls; readonly language: Language; readonly explained: boolean };

/** The link of a matter; the first of a message says what one click does, the others need not say it again. */
function linkOf({ matter, linkUrls, language, explained }: Linked): readonly string[] {
  const url = urlOf(matter, linkUrls);
  if (url === undefined) return [];
  return ['', explained ? DIGEST[language].sms.plan : DIGEST[language].beforeLink, url];
}

function matterSection(matter: Matter, language: Language, link: readonly string[]): string {
  const texts = DIGEST[language];
  const { severity, headline, facts, advice } = describeMatter(matter, language);
  return [severity.toUpperCase(), headline, ...facts, ...namesOf(matter, language), '', texts.toDo(advice), ...link].join('\n');
}

/** A1. The first ten by name, the others as a number. */
function namesOf({ names, people }: Matter, language: Language): readonly string[] {
  const shown = names.slice(0, MOST_NAMES);
  if (shown.length === 0) return [];
  const further = people - shown.length;
  return ['', ...shown.map((name) => `  - ${name}`), ...(further > 0 ? [`  - ${DIGEST[language].furtherPeople(further)}`] : [])];
}

function solvedSection(solved: Digest['solved'], language: Language): readonly string[] {
  if (solved.length === 0) return [];
  const texts = DIGEST[language];
  const shown = solved.slice(0, MOST_MATTERS);
  const further = solved.length - shown.length;
  const sentences = shown.map((matter) => SOLVED[language][matter.kind](matter));
  return [[texts.solvedHeading, ...sentences, ...(further === 0 ? [] : [texts.furtherMatters(further)])].join('\n')];
}

/** C8, U2. The Monday line, and under it what the audit can be held against. */
function heartbeatLines(heartbeat: Digest['heartbeat'], language: Language): readonly string[] {
  if (heartbeat === undefined) return [];
  const texts = DIGEST[language];
  const { auditHead } = heartbeat;
  return ['', texts.heartbeat(heartbeat), ...(auditHead === undefined ? [] : [texts.auditHead(auditHead)])];
}

/** A1. The subject says the worst of it: the first matter, else what is solved, else that somebody watches. */
function digestSubject(digest: Digest, language: Language): string {
  const texts = DIGEST[language].subject;
  return fitSubject((most) => {
    const {
      tenantName: tenant,
      matters,
      more,
      solved,
      heartbeat,
    } = cleanDigest(digest, (name, fallback) => plainText(name, { most, fallback }));
    const [worst, ...others] = matters;
    if (worst === undefined) {
      if (solved.length === 0 && heartbeat !== undefined) return texts.watching(tenant, heartbeat);
      return texts.solved({ name: solved[0]?.subscription?.name, count: solved.length, tenant });
    }
    const { severities, kinds } = HEADLINES[language];
    const brief = kinds[worst.kind].brief(worst, WORDS[language].soon(worst));
    return texts.worst({ severity: severities[worst.severity], brief, others: others.length + more, tenant });
  });
}
