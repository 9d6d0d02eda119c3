import type { Resource, Template, Templates } from './templates.ts';
import { valueAt } from './value-at.ts';

/** Where a template breaks a rule: in one of its resources, or, without an id, in the template itself. */
export type Breach = { readonly template: Template; readonly id?: string; readonly location: string };

/** S5. One of our own security rules: what cdk-nag does not look at, or not in the way Lapsewatch needs it. */
export type Rule = {
  /** It is reported and acknowledged as `Lapsewatch-` and this. */
  readonly name: string;
  /** What has to hold. */
  readonly holds: string;
  /** What it means for people when it does not. */
  readonly otherwise: string;
  /** What to do about a breach. */
  readonly remedy: string;
  readonly breaches: (templates: Templates) => readonly Breach[];
};

/** Whether what stands in a place is as it has to be. */
export type Holds = (value: unknown, resource: Resource, templates: Templates) => boolean;

/** The breach of a rule by one resource. */
export function breachOf({ template, id }: Resource, location: string): Breach {
  return { template, id, location };
}

/** The breaches of a rule about one place in every resource of a type. What is left out, or is decided later, does not hold. */
export function unless(type: string, location: string, holds: Holds): Rule['breaches'] {
  return (templates) =>
    templates
      .ofType(type)
      .filter((resource) => !holds(valueAt(resource.body, location), resource, templates))
      .map((resource) => breachOf(resource, location));
}
