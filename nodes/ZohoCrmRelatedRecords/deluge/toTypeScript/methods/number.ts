import { helper, negation } from '../code';
import { table } from './method';

/** Methods that only numbers have. */
export const NUMBER_METHODS = table([
	['round', 0, 1, 'numeric', 'round'],
	['abs', 0, 0, 'numeric', 'absolute'],
	['ceil', 0, 0, 'numeric', 'ceiling'],
	['floor', 0, 0, 'numeric', 'floor'],
	['power', 1, 1, 'number', 'power'],
	['sqrt', 0, 0, 'number', 'squareRoot'],
	['min', 1, 1, 'value', 'smaller'],
	['max', 1, 1, 'value', 'larger'],
	['isEven', 0, 0, 'boolean', 'isEven'],
	['isOdd', 0, 0, 'boolean', (target, _args, type) => negation(helper('isEven', type, target))],
]);
