import { attributeOf, generatedName, namePropertyOf } from './attributes.ts';
import { intrinsicOf, type Lookup, resolve } from './intrinsics.ts';
import type { Json, JsonObject } from './json.ts';
import type { Resource, StackTemplate } from './stack-template.ts';
import type { World } from './world.ts';

/** Reads synthesized stacks as CloudFormation would deploy them here: only what is asked for is resolved. */
export type TemplateReader = {
  /** All resources of a type, in the order of the stacks. */
  readonly resourcesOf: (type: string) => readonly Resource[];
  /** A resource's properties with every reference resolved. @throws Error that names what is not understood. */
  readonly propertiesOf: (resource: Resource) => JsonObject;
  /** The physical name of a resource. */
  readonly nameOf: (resource: Resource) => string;
  /** An attribute of a resource, `Ref` included. */
  readonly attributeOf: (resource: Resource, attribute: string) => string;
};

export function templateReader(stacks: readonly StackTemplate[], world: World): TemplateReader {
  const resources = stacks.flatMap(resourcesIn);
  const attribute = (resource: Resource, name: string): string => attributeOf(resource, name, { name: nameOf(resource), world });
  const nameOf = (resource: Resource): string => {
    const given = resource.properties[namePropertyOf(resource.type) ?? ''];
    const name = given === undefined ? generatedName(resource) : resolve(given, lookupIn(resource.stackId));
    if (typeof name !== 'string') throw new Error(`The name of ${resource.logicalId} is not a text.`);
    return name;
  };
  const lookupIn = (stackId: string): Lookup => ({
    world,
    attribute: (logicalId, name) => {
      const resource = resources.find((candidate) => candidate.stackId === stackId && candidate.logicalId === logicalId);
      return resource === undefined ? undefined : attribute(resource, name);
    },
    parameter: (logicalId) => stacks.find((stack) => stack.stackId === stackId)?.template.Parameters[logicalId]?.Default,
    imported: (name) => exported(stacks, name, lookupIn),
  });
  return {
    resourcesOf: (type) => resources.filter((resource) => resource.type === type),
    propertiesOf: (resource) => properties(resource, lookupIn(resource.stackId)),
    nameOf,
    attributeOf: attribute,
  };
}

function resourcesIn({ stackId, template }: StackTemplate): readonly Resource[] {
  return Object.entries(template.Resources).map(([logicalId, { Type, Properties }]) => ({
    stackId,
    logicalId,
    type: Type,
    properties: Properties,
  }));
}

function properties(resource: Resource, lookup: Lookup): JsonObject {
  const resolved = Object.entries(resource.properties).map(([name, value]): [string, Json | undefined] => [name, resolve(value, lookup)]);
  return Object.fromEntries(resolved.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

function exported(stacks: readonly StackTemplate[], name: string, lookupIn: (stackId: string) => Lookup): Json | undefined {
  for (const { stackId, template } of stacks) {
    const output = Object.values(template.Outputs).find(
      ({ Export }) => Export !== undefined && exportName(Export.Name, lookupIn(stackId)) === name,
    );
    if (output !== undefined) return resolve(output.Value, lookupIn(stackId));
  }
  return undefined;
}

function exportName(name: Json, lookup: Lookup): Json | undefined {
  return intrinsicOf(name) === undefined ? name : resolve(name, lookup);
}
