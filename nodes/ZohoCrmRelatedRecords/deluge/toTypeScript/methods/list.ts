import { helper, word } from '../code';
import { table, type Method } from './method';

/** The first of the numbers by size. */
function extreme(name: string): Method['translate'] {
	return (target, _args, type) => helper(name, type, target, word('1', 'count'));
}

/** Methods that only lists have. */
export const LIST_METHODS = table([
	['add', 1, 2, 'list', 'append'],
	['addAll', 1, 1, 'list', 'appendAll'],
	['removeElement', 1, 1, 'list', 'removeElement'],
	['removeAll', 1, 1, 'list', 'removeAll'],
	['average', 0, 0, 'number', 'average'],
	['median', 0, 0, 'numeric', 'median'],
	['largest', 0, 0, 'numeric', extreme('nthLargest')],
	['smallest', 0, 0, 'numeric', extreme('nthSmallest')],
	['nthLargest', 1, 1, 'numeric', 'nthLargest'],
	['nthSmallest', 1, 1, 'numeric', 'nthSmallest'],
	['percentile', 1, 1, 'number', 'percentile'],
	['rank', 1, 2, 'count', 'rank'],
	['subList', 1, 2, 'list', 'subList'],
]);
