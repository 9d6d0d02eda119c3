import * as z from 'zod';
import { idOf } from '#domain/ids.ts';
import type { Recipient } from '#domain/recipients/recipient.ts';
import type { StoredRecipient } from '#use-cases/stored.ts';
import { channel, defined, email, evenWhenWrong, id, idAnswer, language, name, phone } from './fields.ts';

/** What a PUT of a recipient says. */
export const recipientBody = z
  .strictObject({
    name,
    language,
    email: email.optional(),
    phone: phone.optional(),
    mayAct: z.boolean(),
    partnerId: id.partner.optional(),
    departments: z.array(name).min(1, 'Must name at least one department, or be left out.').max(100).optional(),
    escalation: z.boolean().default(false),
  })
  .refine((body) => body.email !== undefined || body.phone !== undefined, {
    path: ['email'],
    message: 'Give an e-mail address, a telephone number, or both.',
    ...evenWhenWrong,
  });

const delivery = z.object({ address: z.string(), delivery: z.enum(['pending', 'confirmed', 'gone']) });

export const recipientAnswer = z.object({
  recipientId: idAnswer,
  name: z.string(),
  language,
  email: z.string().optional(),
  phone: z.string().optional(),
  mayAct: z.boolean(),
  partnerId: idAnswer.optional(),
  departments: z.array(z.string()).optional(),
  escalation: z.boolean(),
  channels: z.object({ email: delivery.optional(), sms: delivery.optional() }),
});

/** A5. Ask SNS for its confirmation message again; confirm with the token of a pasted confirmation link. */
export const resendBody = z.strictObject({ channel });
export const confirmRecipientBody = z.strictObject({ channel, token: z.string().min(1).max(2048) });

export function toRecipient(recipientId: string, body: z.output<typeof recipientBody>): Recipient {
  return { recipientId: idOf.recipient(recipientId), ...defined(body) };
}

export function fromRecipient(stored: StoredRecipient): z.input<typeof recipientAnswer> {
  const { recipientId, name: called, language: spoken, mayAct, escalation, departments, partnerId, email: mail, phone: number } = stored;
  const channels = Object.fromEntries(
    Object.entries(stored.channels).map(([each, { address, delivery: state }]) => [each, { address, delivery: state }]),
  );
  return {
    recipientId,
    name: called,
    language: spoken,
    mayAct,
    escalation,
    channels,
    ...defined({ email: mail, phone: number, partnerId, departments: departments && [...departments] }),
  };
}
