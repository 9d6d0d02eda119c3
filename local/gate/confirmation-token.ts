/** The token in a confirmation mail: letters and digits as SNS's own are; it stands for the subscription's ARN. */
export function tokenOf(subscriptionArn: string): string {
  return Buffer.from(subscriptionArn).toString('hex');
}

/** The subscription a token stands for; something that is no subscription's ARN when the token is not one of ours. */
export function subscriptionOfToken(token: string): string {
  return Buffer.from(token, 'hex').toString();
}
