import type { HttpAnswer } from '#local/edge/http-answer.ts';
import type { SignedRequest } from '#local/edge/signature.ts';
import type { ArmedFaults } from '#local/faults/armed-faults.ts';
import { faultSchema } from '#local/faults/fault.ts';
import { controlError, jsonAnswer } from './control-answer.ts';
import { readBody } from './control-body.ts';

/** What `/_local/faults` does: arms a fault, says what each has struck so far, takes all of them away. */
export type FaultRoutes = {
  readonly arm: (request: SignedRequest) => HttpAnswer;
  readonly list: () => HttpAnswer;
  readonly clear: () => HttpAnswer;
};

export function faultRoutes(faults: ArmedFaults, functions: Parameters<typeof faultSchema>[0]): FaultRoutes {
  const schema = faultSchema(functions);
  return {
    arm: (request) => {
      const body = readBody(schema, request);
      return body.ok ? jsonAnswer(201, faults.arm(body.value)) : controlError(400, body.refusal);
    },
    list: () => jsonAnswer(200, { items: faults.reports() }),
    clear: () => {
      faults.clear();
      return { status: 204, headers: {}, body: Buffer.alloc(0) };
    },
  };
}
