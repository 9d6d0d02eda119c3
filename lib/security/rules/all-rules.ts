import { AUDIT_RULES } from './audit-rules.ts';
import { FUNCTION_RULES } from './function-rules.ts';
import { HTTP_RULES } from './http-rules.ts';
import { LOG_RULES } from './log-rules.ts';
import { MAPPING_RULES } from './mapping-rules.ts';
import { QUEUE_RULES } from './queue-rules.ts';
import { ROLE_RULES } from './role-rules.ts';
import type { Rule } from './rule.ts';
import { SCHEDULE_RULES } from './schedule-rules.ts';
import { TABLE_RULES } from './table-rules.ts';
import { WHOLE_RULES } from './whole-rules.ts';

/** Every rule of our own, in the order of docs/security.md, which says of each what it means for people. */
export const ALL_RULES: readonly Rule[] = [
  ...TABLE_RULES,
  ...AUDIT_RULES,
  ...QUEUE_RULES,
  ...MAPPING_RULES,
  ...SCHEDULE_RULES,
  ...FUNCTION_RULES,
  ...ROLE_RULES,
  ...LOG_RULES,
  ...HTTP_RULES,
  ...WHOLE_RULES,
];
