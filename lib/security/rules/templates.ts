import { readFileSync } from 'node:fs';
import { entriesAt, valueAt } from './value-at.ts';

/** One synthesized template: what CloudFormation would get, after every aspect and every override. */
export type Template = { readonly path: string; readonly body: unknown };

/** One resource of a template; `body` is all that the template says of it, `Properties` and `DeletionPolicy` among it. */
export type Resource = { readonly template: Template; readonly id: string; readonly type: string; readonly body: unknown };

/** The templates of an app, read together: what one stack refers to may stand in another. */
export type Templates = {
  readonly all: readonly Template[];
  readonly resources: readonly Resource[];
  readonly ofType: (...types: readonly string[]) => readonly Resource[];
  /** The resource that a `Ref`, an attribute or an import leads to; none for a text, a parameter, or what is made elsewhere. */
  readonly referredTo: (from: Template, value: unknown) => Resource | undefined;
};

type Exported = { readonly template: Template; readonly value: unknown };

export function readTemplates(paths: readonly string[]): Templates {
  const all = paths.map((path): Template => ({ path, body: JSON.parse(readFileSync(path, 'utf8')) }));
  const resources = all.flatMap(resourcesOf);
  const exported = new Map(all.flatMap(exportsOf));
  const referredTo = (from: Template, value: unknown): Resource | undefined => {
    const imported = exported.get(String(valueAt(value, 'Fn::ImportValue')));
    if (imported !== undefined) return referredTo(imported.template, imported.value);
    const id = valueAt(value, 'Ref') ?? valueAt(value, 'Fn::GetAtt.0');
    return resources.find((resource) => resource.template === from && resource.id === id);
  };
  return { all, resources, ofType: (...types) => resources.filter(({ type }) => types.includes(type)), referredTo };
}

/** What has no type, such as a loop, comes with the type `nothing`, so that no rule overlooks it. */
function resourcesOf(template: Template): readonly Resource[] {
  return entriesAt(template.body, 'Resources').map(([id, body]) => {
    const type = valueAt(body, 'Type');
    return { template, id, type: typeof type === 'string' ? type : 'nothing', body };
  });
}

function exportsOf(template: Template): readonly (readonly [string, Exported])[] {
  return entriesAt(template.body, 'Outputs').flatMap(([, output]) => {
    const name = valueAt(output, 'Export.Name');
    return typeof name === 'string' ? [[name, { template, value: valueAt(output, 'Value') }] as const] : [];
  });
}
