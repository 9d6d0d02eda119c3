/** What CloudFormation's pseudo parameters and a few attributes stand for on this machine. */
export type World = {
  /** Emulators know one account only. */
  readonly accountId: '000000000000';
  readonly region: string;
  /** Where the HTTP API answers, without a slash at the end. */
  readonly apiUrl: string;
  /** Where functions reach DynamoDB, SNS, SQS and EventBridge; queue URLs begin with it. */
  readonly gateUrl: string;
};

/** The region everything local claims to be in. */
export const LOCAL_REGION = 'eu-central-1';
