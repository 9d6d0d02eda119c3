import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { synthesized } from '../synthesized.ts';

const { service } = synthesized();

describe('A2 What tooling listens to', () => {
  it('is one encrypted topic', () => {
    service.hasResourceProperties('AWS::SNS::Topic', { KmsMasterKeyId: Match.anyValue() });
    expect(Object.keys(service.findResources('AWS::SNS::Topic'))).toHaveLength(1);
  });

  it('is reached over TLS alone', () => {
    const refusing = service.findResources('AWS::SNS::TopicPolicy', {
      Properties: {
        PolicyDocument: { Statement: [Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } })] },
      },
    });
    expect(Object.keys(refusing)).toHaveLength(1);
  });

  it('is a bus of its own, which nobody outside the account may write to', () => {
    expect(Object.keys(service.findResources('AWS::Events::EventBus'))).toHaveLength(1);
    expect(service.findResources('AWS::Events::EventBusPolicy')).toEqual({});
  });
});
