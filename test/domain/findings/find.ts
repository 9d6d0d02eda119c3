import { dayOf } from '#domain/days/day.ts';
import { findingsOf } from '#domain/findings/find-all.ts';
import type { Finding, FindingKind } from '#domain/findings/finding.ts';
import { aPicture, type PictureParts } from '#test/support/builders.ts';

/** The findings of one kind in a tenant on a day, 2026-12-02 unless told. */
export function findingsOfKind<Kind extends FindingKind>(
  kind: Kind,
  { today = '2026-12-02', ...parts }: PictureParts & { readonly today?: string },
): readonly Extract<Finding, { readonly kind: Kind }>[] {
  return findingsOf({ picture: aPicture(parts), today: dayOf(today) }).filter((finding) => isOfKind(finding, kind));
}

function isOfKind<Kind extends FindingKind>(finding: Finding, kind: Kind): finding is Extract<Finding, { readonly kind: Kind }> {
  return finding.kind === kind;
}
