import { isObject, type Json, type JsonObject } from './json.ts';
import type { World } from './world.ts';

/** Where references inside one stack's template lead. Each answers undefined when there is nothing of that name. */
export type Lookup = {
  readonly world: World;
  readonly attribute: (logicalId: string, attribute: string) => string | undefined;
  readonly parameter: (logicalId: string) => Json | undefined;
  readonly imported: (name: string) => Json | undefined;
};

/**
 * A template's value with its functions carried out; undefined for `AWS::NoValue`.
 * @throws Error that names the function, resource or export that is not understood.
 */
export function resolve(value: Json, lookup: Lookup): Json | undefined {
  if (Array.isArray(value)) return value.map((entry: Json) => resolve(entry, lookup)).filter((entry) => entry !== undefined);
  if (!isObject(value)) return value;
  const intrinsic = intrinsicOf(value);
  if (intrinsic !== undefined) return call(intrinsic, lookup);
  const entries = Object.entries(value).map(([key, entry]): [string, Json | undefined] => [key, resolve(entry, lookup)]);
  return Object.fromEntries(entries.flatMap(([key, entry]) => (entry === undefined ? [] : [[key, entry]])));
}

type Intrinsic = { readonly name: string; readonly argument: Json };

/** The function call that a value is, if it is one. */
export function intrinsicOf(value: Json): Intrinsic | undefined {
  if (!isObject(value)) return undefined;
  const [only, ...others] = Object.entries(value);
  if (only === undefined || others.length > 0) return undefined;
  const [name, argument] = only;
  return name === 'Ref' || name.startsWith('Fn::') ? { name, argument } : undefined;
}

function call({ name, argument }: Intrinsic, lookup: Lookup): Json | undefined {
  if (name === 'Ref') return reference(textOf(argument, name), lookup);
  if (name === 'Fn::GetAtt') return attribute(argument, lookup);
  if (name === 'Fn::Sub') return substitute(argument, lookup);
  if (name === 'Fn::ImportValue') return importValue(textOf(resolve(argument, lookup), name), lookup);
  const listed = resolve(argument, lookup);
  if (name === 'Fn::Join') return join(listed);
  if (name === 'Fn::Select') return select(listed);
  if (name === 'Fn::Split') return split(listed);
  throw new Error(`The local stack does not know the template function ${name}.`);
}

function reference(logicalId: string, lookup: Lookup): Json | undefined {
  if (logicalId === 'AWS::NoValue') return undefined;
  if (logicalId.startsWith('AWS::')) return pseudoParameter(logicalId, lookup.world);
  const value = lookup.attribute(logicalId, 'Ref') ?? lookup.parameter(logicalId);
  if (value === undefined) throw new Error(`The template refers to ${logicalId}, which it does not declare.`);
  return value;
}

function pseudoParameter(name: string, world: World): string {
  const values: Readonly<Record<string, string>> = {
    'AWS::AccountId': world.accountId,
    'AWS::Region': world.region,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': 'local',
  };
  const value = values[name];
  if (value === undefined) throw new Error(`The local stack does not know the pseudo parameter ${name}.`);
  return value;
}

function attribute(argument: Json, lookup: Lookup): string {
  const [logicalId, name] =
    typeof argument === 'string' ? argument.split('.') : listOf(argument, 'Fn::GetAtt').map((part) => textOf(part, 'Fn::GetAtt'));
  if (logicalId === undefined || name === undefined) throw new Error('Fn::GetAtt needs a resource and an attribute.');
  const value = lookup.attribute(logicalId, name);
  if (value === undefined) throw new Error(`The template refers to ${logicalId}.${name}, but declares no ${logicalId}.`);
  return value;
}

function substitute(argument: Json, lookup: Lookup): string {
  const [text, own] = typeof argument === 'string' ? [argument, {}] : listOf(argument, 'Fn::Sub');
  const variables: JsonObject = isObject(own) ? own : {};
  return textOf(text, 'Fn::Sub').replaceAll(/\$\{(!?)([^}]+)\}/g, (_whole, escaped: string, name: string) => {
    if (escaped !== '') return `\${${name}}`;
    const given = variables[name];
    if (given !== undefined) return textOf(resolve(given, lookup), 'Fn::Sub');
    return textOf(name.includes('.') ? attribute(name, lookup) : reference(name, lookup), 'Fn::Sub');
  });
}

function importValue(name: string, lookup: Lookup): Json {
  const value = lookup.imported(name);
  if (value === undefined) throw new Error(`A template imports ${name}, which no stack exports.`);
  return value;
}

function join(argument: Json | undefined): string {
  const [separator, parts] = listOf(argument, 'Fn::Join');
  return listOf(parts, 'Fn::Join')
    .map((part) => textOf(part, 'Fn::Join'))
    .join(textOf(separator, 'Fn::Join'));
}

function select(argument: Json | undefined): Json {
  const [index, parts] = listOf(argument, 'Fn::Select');
  const part = listOf(parts, 'Fn::Select')[Number(index)];
  if (part === undefined) throw new Error(`Fn::Select has no entry ${String(index)}.`);
  return part;
}

function split(argument: Json | undefined): readonly string[] {
  const [separator, text] = listOf(argument, 'Fn::Split');
  return textOf(text, 'Fn::Split').split(textOf(separator, 'Fn::Split'));
}

function listOf(value: Json | undefined, name: string): readonly Json[] {
  if (!Array.isArray(value)) throw new Error(`${name} needs a list.`);
  return value;
}

function textOf(value: Json | undefined, name: string): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') throw new Error(`${name} needs a text.`);
  return value;
}
