import type { GateAnswer } from '#local/gate/forward.ts';
import { coralType, jsonRefusal } from '#local/gate/json-refusal.ts';
import type { Service } from '#local/gate/operations.ts';
import { snsRefusal } from '#local/gate/sns-answers.ts';
import type { Access } from './access.ts';
import { LOCAL_ACCOUNT } from './arn-of.ts';
import type { Decision } from './statement.ts';

type Denied = {
  readonly service: Service;
  readonly functionName: string;
  readonly roleName: string;
  readonly access: Access;
  readonly decision: Exclude<Decision, 'allowed'>;
};

/** A refusal for want of a permission, as the service writes it. */
export function denial(denied: Denied): GateAnswer {
  return refusalOf(denied.service, sentenceOf(denied));
}

/** A refusal in the service's own form, whatever it says. */
export function refusalOf(service: Service, message: string): GateAnswer {
  return service === 'sns'
    ? snsRefusal(403, 'AuthorizationError', message)
    : jsonRefusal({ type: coralType('AccessDeniedException'), message });
}

/** AWS's own sentence: who, what, on which resource, and for which of the two reasons. */
function sentenceOf({ functionName, roleName, access, decision }: Denied): string {
  const user = `arn:aws:sts::${LOCAL_ACCOUNT}:assumed-role/${roleName}/${functionName}`;
  // SNS alone writes its own name in capitals.
  const action = access.action.replace(/^sns:/, 'SNS:');
  const why =
    decision === 'explicit-deny'
      ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${action} action`;
  return `User: ${user} is not authorized to perform: ${action} on resource: ${access.resource} ${why}`;
}
