/** The mail with which SNS asks whether somebody wants its messages. */
export function confirmationMail({ link, topicArn }: { readonly link: string; readonly topicArn: string }) {
  return {
    subject: 'AWS Notification - Subscription Confirmation',
    body: `You have chosen to subscribe to the topic:
${topicArn}

To confirm this subscription, visit the link below (if this was in error, no action is necessary):
${link}
`,
  };
}
