import { helper, method, negation, word } from '../code';
import { table, type Definition } from './method';

/** Functions that JavaScript also has. */
const OF_MATH: readonly Definition[] = [
	...['exp', 'log', 'log10', 'sin', 'asin', 'sinh', 'asinh', 'cos', 'acos', 'cosh', 'acosh'],
	...['tan', 'atan', 'tanh', 'atanh'],
].map((name) => [
	name,
	0,
	0,
	'number',
	(target, _args, type) => {
		const isNumber = target.type === 'count' || target.type === 'number';
		const number = isNumber ? target : helper('Number', type, helper('checkNumber', type, target));
		return helper('decimal', type, method(word('Math', 'value'), name, type, number));
	},
]);

/** Methods that only numbers have. */
export const NUMBER_METHODS = table([
	...OF_MATH,
	['atan2', 1, 1, 'number', 'angle'],
	['degrees', 0, 0, 'number', 'degrees'],
	['radians', 0, 0, 'number', 'radians'],
	['frac', 0, 0, 'number', 'fraction'],
	['signum', 0, 0, 'number', 'signOf'],
	['truncate', 0, 1, 'numeric', 'truncate'],
	['toHex', 0, 0, 'text', 'toHex'],
	['toWords', 0, 1, 'text', 'toWords'],
	['randomNumber', 1, 1, 'numeric', 'randomNumber'],
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
