import type { Language } from '../tenants/tenant.ts';
import { cleanDigest } from './clean.ts';
import { fitSms } from './fit-sms.ts';
import type { LinkUrls, Matter, Message, RenderedMessage, SolvedMatter } from './message.ts';
import { DIGEST } from './texts/digest.ts';
import { HEADLINES } from './texts/headlines.ts';
import { SOLVED } from './texts/solved.ts';
import { WORDS } from './texts/words.ts';

type Digest = Extract<Message, { template: 'digest' }>;

/** A1. A digest as an SMS: the worst matter in one sentence, how many more there are, and the one link. */
export function digestSms(
  digest: Digest,
  { language, linkUrls }: { readonly language: Language; readonly linkUrls: LinkUrls },
): RenderedMessage {
  const link = digest.matters.flatMap(({ linkId }) => (linkId === undefined ? [] : (linkUrls.get(linkId) ?? [])))[0];
  return {
    body: fitSms((clean) => {
      const text = sentenceOf(cleanDigest(digest, clean), language);
      return link === undefined ? text : `${text} ${DIGEST[language].sms.plan}`;
    }, link),
  };
}

function sentenceOf({ tenantName: tenant, matters, more, solved, heartbeat }: Digest, language: Language): string {
  const { sms, heartbeat: watching } = DIGEST[language];
  const [worst, ...others] = matters;
  if (worst !== undefined) {
    const brief = HEADLINES[language].kinds[worst.kind].brief(worst, WORDS[language].soonOn(worst));
    const over = solved.filter((each) => !matters.some((matter) => isSame(matter, each)));
    return sms.worst({ tenant, brief, others: others.length + more, solved: { name: over[0]?.subscription?.name, count: over.length } });
  }
  const [first, ...rest] = solved;
  if (first !== undefined) return sms.solved(tenant, SOLVED[language][first.kind](first), rest.length);
  return heartbeat === undefined ? tenant : `${tenant}: ${watching(heartbeat)}`;
}

/** What was only put off and is warned of anew is not solved, in so few words. */
function isSame(matter: Matter, solved: SolvedMatter): boolean {
  return matter.kind === solved.kind && matter.subscription?.id === solved.subscription?.id;
}
