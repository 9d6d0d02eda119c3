import { basename } from 'node:path';
import {
  CfnResource,
  type IPolicyValidationContext,
  type IPolicyValidationPlugin,
  type PolicyValidationPluginReport,
  type PolicyViolatingResource,
  type PolicyViolation,
  Stack,
  Validations,
} from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { ALL_RULES } from './all-rules.ts';
import type { Breach, Rule } from './rule.ts';
import { readTemplates, type Templates } from './templates.ts';
import { entriesAt } from './value-at.ts';

/**
 * S5. Holds an app's synthesized templates against our own rules, beside cdk-nag. It reads what was written for CloudFormation
 * and not the constructs, so that an override or an aspect hides nothing. A rule is acknowledged as those of cdk-nag are:
 * on the construct or on what it stands in.
 */
export class LapsewatchRules implements IPolicyValidationPlugin {
  readonly name = 'Lapsewatch';
  readonly ruleIds = ALL_RULES.map(idOf);

  validate({ templatePaths, appConstruct }: IPolicyValidationContext): PolicyValidationPluginReport {
    const templates = readTemplates(templatePaths);
    const constructs = constructsByResource(appConstruct);
    const violations = ALL_RULES.map((rule) => violationOf(rule, templates, constructs));
    const open = violations.filter(({ violatingResources }) => violatingResources.length > 0);
    return { success: open.length === 0, violations: open };
  }
}

function idOf({ name }: Rule): string {
  return `Lapsewatch-${name}`;
}

function violationOf(rule: Rule, templates: Templates, constructs: ReadonlyMap<string, IConstruct>): PolicyViolation {
  const ruleName = idOf(rule);
  const open = rule.breaches(templates).filter((breach) => !isAcknowledged(ruleName, constructs.get(placeOf(breach))));
  return {
    ruleName,
    description: `${rule.holds} If not: ${rule.otherwise}`,
    fix: rule.remedy,
    severity: 'error',
    violatingResources: open.map((breach) => reported(breach, constructs.get(placeOf(breach)))),
  };
}

/** A resource is named as the template names it, and a whole template by its stack. */
function reported({ template, id, location }: Breach, construct: IConstruct | undefined): PolicyViolatingResource {
  const where = { templatePath: template.path, locations: [location] };
  if (id !== undefined) return { ...where, resourceLogicalId: id };
  return construct === undefined ? where : { ...where, constructPath: construct.node.path };
}

/** Constructs by the template and the name that their resource has there; a stack by its template alone. */
function constructsByResource(app: IConstruct): ReadonlyMap<string, IConstruct> {
  return new Map(
    app.node.findAll().flatMap((construct): readonly (readonly [string, IConstruct])[] => {
      if (Stack.isStack(construct)) return [[construct.templateFile, construct]];
      if (!CfnResource.isCfnResource(construct)) return [];
      const { templateFile } = construct.stack;
      return [[`${templateFile}#${construct.stack.resolve(construct.logicalId)}`, construct]];
    }),
  );
}

function placeOf({ template, id }: Breach): string {
  return id === undefined ? basename(template.path) : `${basename(template.path)}#${id}`;
}

/** As cdk-nag reads acknowledgements; the library itself reads only those that name the plugin. */
function isAcknowledged(ruleName: string, construct: IConstruct | undefined): boolean {
  const scopes = construct?.node.scopes ?? [];
  return scopes
    .flatMap(({ node }) => node.metadata)
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .some(({ data }) => entriesAt({ data }, 'data').some(([id]) => id.replace(/^Annotation::/i, '') === ruleName));
}
