import type { Roles } from './roles.ts';

/** What AWS does with a queue in a role's name, past the gate. */
const ACTIONS = {
  'event source mapping': ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  schedule: ['sqs:SendMessage'],
} as const;

type Wired = {
  readonly by: keyof typeof ACTIONS;
  readonly roleArn: string;
  readonly queueArn: string;
};

/** @throws Error that names the role, the action and the queue when a permission that the wiring lives on is missing. */
export function requireQueueAccess(roles: Roles, { by, roleArn, queueArn }: Wired): void {
  const role = roles.roleOf(roleArn);
  for (const action of ACTIONS[by]) {
    if (role.decide({ action, resource: queueArn }) === 'allowed') continue;
    throw new Error(`The role ${role.name} may not ${action} on ${queueArn}, which its ${by} needs.`);
  }
}
