import { writeFileSync } from 'node:fs';
import { rulesDocument } from './rules-document.ts';

/** `npm run rules`: writes docs/rules.md anew from the comments of the domain. */
writeFileSync(new URL('../../docs/rules.md', import.meta.url), rulesDocument());
