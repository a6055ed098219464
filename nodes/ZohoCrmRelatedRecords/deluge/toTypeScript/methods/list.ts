import { table } from './method';

/** Methods that only lists have. */
export const LIST_METHODS = table([
	['add', 1, 2, 'list', 'append'],
	['addAll', 1, 1, 'list', 'appendAll'],
	['removeElement', 1, 1, 'list', 'removeElement'],
	['removeAll', 1, 1, 'list', 'removeAll'],
	['intersect', 1, 1, 'list', 'intersection'],
	['distinct', 0, 0, 'list', 'distinct'],
	['sort', 0, 1, 'list', 'sorted'],
	['subList', 1, 2, 'list', 'subList'],
]);
