import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf } from '#domain/coverage/coverage-of.ts';
import { findingsOf } from '#domain/findings/find-all.ts';
import { type Finding, subjectKey } from '#domain/findings/finding.ts';
import { aFullAdmin, agents, aPerson, aPicture, aSubscription, FOUNDING_DAY } from '#test/support/builders.ts';
import { fastest } from '#test/support/fastest.ts';
import { aRandomPicture, RANDOM_TODAY } from '#test/support/random-pictures.ts';

const peopleIn = (findings: readonly Finding[], kind: Finding['kind']) =>
  findings.filter((finding) => finding.kind === kind).flatMap((finding) => ('people' in finding ? finding.people : []));

describe('findings', () => {
  it('come most severe first, then by day with the undated last, then by subject', () => {
    const picture = aPicture({
      subscriptions: [
        aSubscription({ subscriptionId: 'SubA', expiresOn: '2027-06-01' }),
        aSubscription({ subscriptionId: 'SubB', expiresOn: '2027-03-01' }),
        aSubscription({ subscriptionId: 'SubC', withoutTerms: true }),
        aSubscription({ subscriptionId: 'SubD', expiresOn: '2026-12-01' }),
        aSubscription({ subscriptionId: 'SubE', expiresOn: '2027-03-01' }),
      ],
      people: ['SubA', 'SubB', 'SubC', 'SubD', 'SubE'].map((held) =>
        aPerson({ personId: `of-${held}`, holds: { [held]: 'standard-agent' } }),
      ),
    });
    const order = findingsOf({ picture, today: FOUNDING_DAY }).map(({ kind, subject }) => `${kind} ${subjectKey(subject)}`);
    expect(order).toEqual([
      'stranded SubD',
      'access-ends SubB',
      'access-ends SubE',
      'access-ends SubA',
      'admins-unknown #tenant',
      'dates-unknown SubC',
    ]);
  });

  it('put what is critical before what comes sooner', () => {
    const subscriptions = [aSubscription({ subscriptionId: 'Sub1', expiresOn: '2026-12-20' }), aSubscription({ subscriptionId: 'Sub2' })];
    const people = [aPerson({ holds: { Sub1: 'standard-agent' } }), aFullAdmin({ holds: { Sub2: 'premium-agent' } })];
    const order = findingsOf({ picture: aPicture({ subscriptions, people }), today: FOUNDING_DAY });
    expect(order.map(({ kind }) => kind)).toEqual(['no-admin-left', 'access-ends', 'access-ends']);
  });

  it('are none for an empty tenant', () => {
    expect(findingsOf({ picture: aPicture(), today: FOUNDING_DAY })).toEqual([]);
  });

  it('are the same in whatever order subscriptions, people and assignments come', () => {
    fc.assert(
      fc.property(aRandomPicture, (picture) => {
        const turned = {
          ...picture,
          subscriptions: picture.subscriptions.toReversed(),
          people: picture.people.toReversed().map((person) => ({ ...person, assignments: person.assignments.toReversed() })),
        };
        expect(findingsOf({ picture: turned, today: RANDOM_TODAY })).toEqual(findingsOf({ picture, today: RANDOM_TODAY }));
      }),
    );
  });

  it('name each stranded person once, each person who loses access at most once, and nobody inactive', () => {
    fc.assert(
      fc.property(aRandomPicture, (picture) => {
        const findings = findingsOf({ picture, today: RANDOM_TODAY });
        const stranded = peopleIn(findings, 'stranded');
        const losing = peopleIn(findings, 'access-ends');
        expect(stranded).toHaveLength(coverageOf({ picture, today: RANDOM_TODAY, days: 0 }).people.stranded);
        expect(new Set([...stranded, ...losing]).size).toBe(stranded.length + losing.length);
        const inactive = new Set(picture.people.filter(({ status }) => status === 'inactive').map(({ personId }) => personId));
        const named = findings.flatMap((finding) => ('people' in finding ? finding.people : []));
        expect(named.filter((personId) => inactive.has(personId))).toEqual([]);
      }),
    );
  });

  it('give each kind about each subject once, so that a matter has one state', () => {
    fc.assert(
      fc.property(aRandomPicture, (picture) => {
        const matters = findingsOf({ picture, today: RANDOM_TODAY }).map(({ kind, subject }) => `${kind} ${subjectKey(subject)}`);
        expect(new Set(matters).size).toBe(matters.length);
      }),
    );
  });

  it('are found among 50,000 people in well under a second', () => {
    const picture = aPicture({ subscriptions: [aSubscription()], people: agents(50_000, { holds: { Sub1: 'standard-agent' } }) });
    const [milliseconds, findings] = fastest(() => findingsOf({ picture, today: FOUNDING_DAY }));
    expect(milliseconds).toBeLessThan(1_000);
    expect(peopleIn(findings, 'access-ends')).toHaveLength(50_000);
  });
});

describe('D22 offers', () => {
  it('make no finding, whatever stands side by side', () => {
    const offers = [
      { offer: 'flex' as const, hybrid: false },
      { offer: 'flex-3' as const, hybrid: true },
      { offer: 'flex' as const, hybrid: true },
    ];
    const subscriptions = offers.map((each, index) => aSubscription({ ...each, subscriptionId: `Sub${index}`, expiresOn: '2029-01-01' }));
    const people = [aFullAdmin({ holds: { Sub0: 'premium-agent' } })];
    const kinds = findingsOf({ picture: aPicture({ subscriptions, people }), today: FOUNDING_DAY }).map(({ kind }) => kind);
    expect(kinds).toEqual(['access-ends']);
  });

  it('change no finding, for any picture', () => {
    const offer = fc.constantFrom('flex' as const, 'flex-3' as const);
    fc.assert(
      fc.property(
        aRandomPicture,
        fc.array(fc.record({ offer, hybrid: fc.boolean() }), { minLength: 4, maxLength: 4 }),
        (picture, others) => {
          const subscriptions = picture.subscriptions.map((each, at) => ({
            ...each,
            hybrid: others[at]?.hybrid ?? false,
            ...(each.terms !== undefined && { terms: { ...each.terms, offer: others[at]?.offer ?? each.terms.offer } }),
          }));
          expect(findingsOf({ picture: { ...picture, subscriptions }, today: RANDOM_TODAY })).toEqual(
            findingsOf({ picture, today: RANDOM_TODAY }),
          );
        },
      ),
    );
  });
});
