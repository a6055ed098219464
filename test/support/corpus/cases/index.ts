import type { Cases } from '../case';
import { dateCases } from './dates';
import { functionCases } from './functions';
import { queryCases } from './queries';
import { readCases } from './reads';
import { relatedListCases } from './relatedLists';
import { requestCases } from './requests';
import { valueCases } from './values';

export const cases: Cases = {
	...relatedListCases,
	...functionCases,
	...queryCases,
	...dateCases,
	...readCases,
	...requestCases,
	...valueCases,
};
