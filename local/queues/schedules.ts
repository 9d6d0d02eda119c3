import * as z from 'zod';
import type { TemplateReader } from '#local/template/template-reader.ts';

/** A schedule of EventBridge Scheduler that sends a message to a queue. */
export type Schedule = {
  readonly everyMinutes: number;
  readonly queueName: string;
  readonly body: string;
  readonly roleArn: string;
  /** The queues that it sends to in its role's name: its target, and the one for what its target did not take. */
  readonly queueArns: readonly string[];
};

const scheduleSchema = z.object({
  ScheduleExpression: z.string(),
  State: z.literal('ENABLED').optional(),
  Target: z.object({
    Arn: z.string().regex(/^arn:aws:sqs:/, 'Only queues are known as targets of schedules.'),
    RoleArn: z.string(),
    Input: z.string().default('{}'),
    DeadLetterConfig: z.object({ Arn: z.string() }).optional(),
  }),
});

/** @throws Error that names the expression that is not understood. */
export function schedulesOf(reader: TemplateReader): readonly Schedule[] {
  return reader.resourcesOf('AWS::Scheduler::Schedule').map((resource) => {
    const { ScheduleExpression, Target } = scheduleSchema.parse(reader.propertiesOf(resource));
    const { Arn, RoleArn: roleArn, Input: body, DeadLetterConfig: dead } = Target;
    const queueArns = dead === undefined ? [Arn] : [Arn, dead.Arn];
    return { everyMinutes: minutesOf(ScheduleExpression), queueName: Arn.split(':').at(-1) ?? '', body, roleArn, queueArns };
  });
}

const MINUTES: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 24 * 60 };

/** `rate(15 minutes)`, or a cron that says the same: `cron(0/15 * * * ? *)`. */
function minutesOf(expression: string): number {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  if (count !== undefined && unit !== undefined) return Number(count) * (MINUTES[unit] ?? 1);
  const step = /^cron\((?:0|\*)\/(\d+) \* (?:\* \* \?|\? \* \*) \*\)$/.exec(expression)?.[1];
  if (step !== undefined) return Number(step);
  throw new Error(`The local stack does not know the schedule ${expression}.`);
}

/** Fires schedules in real time: moving the clock fires nothing. Returns how to stop them. */
export function startSchedules(schedules: readonly Schedule[], fire: (schedule: Schedule) => void): () => void {
  const timers = schedules.map((schedule) => setInterval(() => fire(schedule), schedule.everyMinutes * 60_000));
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
