import { describe } from 'vitest';
import { MAPPING_RULES } from '#lib/security/rules/mapping-rules.ts';
import { hold } from './hold.ts';

const FILTER = { Filters: [{ Pattern: '{"body":{"tenantId":["acme"]}}' }] };

describe('S5 The rules about what brings messages to functions', () => {
  hold(MAPPING_RULES, {
    MappingFailures: {
      passes: [['a mapping that hears which messages failed', {}]],
      fails: [
        ['a mapping that says nothing', 'Mapping', { 'Mapping.Properties.FunctionResponseTypes': undefined }],
        ['a mapping that hears nothing', 'Mapping', { 'Mapping.Properties.FunctionResponseTypes': [] }],
      ],
    },
    MappingConcurrency: {
      passes: [['a mapping with a limit', {}]],
      fails: [
        ['a mapping without one', 'Mapping', { 'Mapping.Properties.ScalingConfig': undefined }],
        ['a mapping whose limit is none', 'Mapping', { 'Mapping.Properties.ScalingConfig.MaximumConcurrency': 1000 }],
      ],
    },
    MappingLosesNothing: {
      passes: [
        ['a mapping without a filter', {}],
        ['a mapping that is on', { 'Mapping.Properties.Enabled': true }],
      ],
      fails: [
        ['a mapping with a filter', 'Mapping', { 'Mapping.Properties.FilterCriteria': FILTER }],
        ['a mapping that is off', 'Mapping', { 'Mapping.Properties.Enabled': false }],
      ],
    },
  });
});
